import { AzureBlobAnswers, toAzureBlobView } from './toAzureBlobView';

const series = (
  metric: string,
  dimension: string | undefined,
  values: number[],
) => ({
  metric,
  ...(dimension && { dimension }),
  points: values.map((value, hour) => ({
    at: `2026-11-23T0${hour}:00:00.000Z`,
    value,
  })),
});
const container = (name: string, publicAccess?: string) => ({
  name,
  publicAccess,
});

const answers: AzureBlobAnswers = {
  account: {
    id: '/subscriptions/x/domifaprod',
    name: 'domifaprod',
    sku: { name: 'Standard_ZRS' },
    allowBlobPublicAccess: true,
    allowSharedKeyAccess: false,
  },
  service: {
    deleteRetentionPolicy: { enabled: true, days: 30 },
    containerDeleteRetentionPolicy: { enabled: false, days: 7 },
    isVersioningEnabled: true,
    cors: {
      corsRules: [
        { allowedOrigins: ['https://a.example', 'https://b.example'] },
        { allowedOrigins: ['https://a.example'] },
      ],
    },
  },
  containers: [
    {
      ...container('usagers', 'None'),
      lastModifiedTime: '2026-11-20T10:00:00.000Z',
    },
    container('medias', 'Blob'),
    container('exports', 'Container'),
    container('archives'),
  ],
  lifecycleRules: [
    {
      name: 'purge',
      enabled: true,
      definition: {
        actions: {
          baseBlob: { delete: { daysAfterModificationGreaterThan: 365 } },
        },
      },
    },
    {
      name: 'refroidit',
      definition: {
        actions: {
          baseBlob: {
            tierToCool: { daysAfterLastAccessTimeGreaterThan: 30 },
            tierToArchive: { daysAfterCreationGreaterThan: 90 },
          },
        },
      },
    },
    { name: 'versions', enabled: false, definition: { actions: {} } },
  ],
  capacity: [
    series('BlobCapacity', undefined, [40e9, 41e9]),
    series('BlobCount', undefined, [11_900, 12_300]),
  ],
  requests: [
    series('Transactions', 'AccountKey', [2, 0, 3]),
    series('Transactions', 'OAuth', [100, 120]),
    series('Transactions', 'SAS', [8]),
    series('Transactions', 'Anonymous', [1]),
  ],
  publicContainers: ['medias'],
};

describe('toAzureBlobView', () => {
  it('maps what Azure answers', () => {
    expect(toAzureBlobView(answers)).toEqual({
      account: 'domifaprod',
      sku: 'Standard_ZRS',
      containers: [
        {
          name: 'exports',
          publicAccess: 'files-and-list',
          isDeclaredPublic: false,
        },
        { name: 'medias', publicAccess: 'files', isDeclaredPublic: true },
        { name: 'archives', publicAccess: 'none', isDeclaredPublic: false },
        {
          name: 'usagers',
          publicAccess: 'none',
          isDeclaredPublic: false,
          lastModifiedAt: '2026-11-20T10:00:00.000Z',
        },
      ],
      missingContainers: [],
      usedBytes: 41e9,
      blobCount: 12_300,
      softDeleteDays: 30,
      containerSoftDeleteDays: 0,
      keepsVersions: true,
      lifecycleRules: [
        { name: 'purge', isEnabled: true, deleteAfterDays: 365 },
        { name: 'refroidit', isEnabled: true, moveAfterDays: 30 },
        { name: 'versions', isEnabled: false },
      ],
      corsOrigins: ['https://a.example', 'https://b.example'],
      isAccountKeyAllowed: false,
      requests: {
        accountKey: 5,
        sharedAccessSignature: 8,
        identity: 220,
        anonymous: 1,
      },
      requestsByHour: [
        { at: '2026-11-23T00:00:00.000Z', value: 111 },
        { at: '2026-11-23T01:00:00.000Z', value: 120 },
        { at: '2026-11-23T02:00:00.000Z', value: 3 },
      ],
      areMetricsReadable: true,
    });
  });

  it('shows the containers that are meant, and says which of them are not there', () => {
    const namesOf = (options: Partial<AzureBlobAnswers>) => {
      const view = toAzureBlobView({ ...answers, ...options });
      return [view.containers.map(({ name }) => name), view.missingContainers];
    };
    expect(namesOf({ named: ['usagers', 'depots'] })).toEqual([
      ['usagers'],
      ['depots'],
    ]);
    expect(namesOf({ ignored: ['usagers', 'exports'] })).toEqual([
      ['medias', 'archives'],
      [],
    ]);
  });

  it('calls nothing public that the account forbids, but for a website', () => {
    const accessOf = (allowBlobPublicAccess: boolean | undefined) =>
      toAzureBlobView({
        ...answers,
        account: { ...answers.account, allowBlobPublicAccess },
        service: { staticWebsite: { enabled: true } },
        containers: [container('$web', 'None'), container('medias', 'Blob')],
      }).containers.map(({ name, publicAccess }) => [name, publicAccess]);
    expect(accessOf(false)).toEqual([
      ['$web', 'files'],
      ['medias', 'none'],
    ]);
    expect(accessOf(undefined)).toEqual([
      ['$web', 'files'],
      ['medias', 'files'],
    ]);
  });

  it('says nothing that Azure does not tell', () => {
    expect(
      toAzureBlobView({
        account: { id: '/x', name: 'nouveau' },
        service: {},
        containers: [],
        lifecycleRules: [],
        publicContainers: [],
      }),
    ).toEqual({
      account: 'nouveau',
      containers: [],
      missingContainers: [],
      softDeleteDays: 0,
      containerSoftDeleteDays: 0,
      keepsVersions: false,
      lifecycleRules: [],
      corsOrigins: [],
      isAccountKeyAllowed: true,
      requestsByHour: [],
      areMetricsReadable: false,
    });
  });
});
