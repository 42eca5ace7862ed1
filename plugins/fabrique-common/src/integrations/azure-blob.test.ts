import {
  azureBlobContainersAnnotation,
  AzureBlobView,
  defaultAzureBlobThresholds,
  toAzureBlobVerdict,
} from './azure-blob';

const judge = (view: Partial<AzureBlobView>, thresholds = {}) =>
  toAzureBlobVerdict(
    {
      account: 'domifaprod',
      containers: [
        { name: 'usagers', publicAccess: 'none', isDeclaredPublic: false },
        { name: 'medias', publicAccess: 'files', isDeclaredPublic: true },
        { name: 'plans', publicAccess: 'none', isDeclaredPublic: true },
      ],
      missingContainers: [],
      softDeleteDays: 7,
      containerSoftDeleteDays: 0,
      keepsVersions: false,
      lifecycleRules: [],
      corsOrigins: ['*'],
      isAccountKeyAllowed: true,
      requestsByHour: [],
      areMetricsReadable: true,
      ...view,
    },
    { ...defaultAzureBlobThresholds, ...thresholds },
  );
const requests = (accountKey: number) => ({
  accountKey,
  sharedAccessSignature: 12,
  identity: 400,
  anonymous: 3,
});

describe('toAzureBlobVerdict', () => {
  it('is well where what is public is declared so, and where Azure tells nothing of requests', () => {
    const ok = { level: 'ok', reasons: [] };
    expect(judge({})).toEqual(ok);
    expect(judge({ requests: requests(0) })).toEqual(ok);
    expect(judge({ containers: [] })).toEqual(ok);
  });

  it('calls each container that is public and not declared so a problem', () => {
    expect(
      judge({
        containers: [
          {
            name: 'usagers',
            publicAccess: 'files-and-list',
            isDeclaredPublic: false,
          },
          { name: 'exports', publicAccess: 'files', isDeclaredPublic: false },
        ],
      }),
    ).toEqual({
      level: 'problem',
      reasons: ['usagers', 'exports'].map(name => ({
        level: 'problem',
        key: 'azure-blob.publicContainer',
        params: { name },
      })),
    });
  });

  it('wants attention without soft delete', () => {
    expect(judge({ softDeleteDays: 0 })).toEqual({
      level: 'attention',
      reasons: [{ level: 'attention', key: 'azure-blob.softDeleteOff' }],
    });
  });

  it('wants attention where the key of the account was used', () => {
    expect(judge({ requests: requests(80) })).toEqual({
      level: 'attention',
      reasons: [
        {
          level: 'attention',
          key: 'azure-blob.accountKeyUsed',
          params: { count: 80 },
        },
      ],
    });
    expect(
      judge({ requests: requests(80) }, { accountKeyRequests: 80 }).level,
    ).toBe('ok');
  });
});

describe('the annotation of containers', () => {
  const matches = (value: string) =>
    new RegExp(`^(?:${azureBlobContainersAnnotation.pattern})$`).test(value);

  it('takes names as Azure does, with commas between them', () => {
    expect(
      ['usagers', 'a1-b2, $web,exports'].filter(value => !matches(value)),
    ).toEqual([]);
    expect(['Usagers', 'a--b', 'a,', 'a;b', '-a', 'x'].filter(matches)).toEqual(
      [],
    );
  });
});
