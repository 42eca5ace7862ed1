import { ConfigReader } from '@backstage/config';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GithubApi } from '../../scm';
import { testUpstreamFailures } from '../../testUtils';
import { GithubClient } from './GithubClient';

const baseUrl = 'http://github.example.com:7101/api/v3';
const repository = `${baseUrl}/repos/SocialGouv/domifa`;
const ref = { owner: 'SocialGouv', repo: 'domifa' };

function createClient(token = 't') {
  const config = new ConfigReader({
    fabrique: {
      github: { host: 'github.example.com:7101', organization: 'SocialGouv' },
    },
    integrations: {
      github: [{ host: 'github.example.com:7101', apiBaseUrl: baseUrl, token }],
    },
  });
  return GithubClient.create(GithubApi.fromConfig(config, { timeoutMs: 600 })!);
}

describe('GithubClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const answer = (
    path: string,
    body: unknown,
    init?: { status?: number; headers?: Record<string, string> },
  ) =>
    server.use(
      http.get(`${repository}${path}`, () =>
        HttpResponse.json(body as never, init),
      ),
    );

  it('reads a repository with the token of the core integration', async () => {
    let asked: Request | undefined;
    server.use(
      http.get(repository, ({ request }) => {
        asked = request;
        return HttpResponse.json({
          full_name: 'SocialGouv/domifa',
          description: null,
          visibility: 'public',
          archived: false,
          default_branch: 'master',
          not_used: true,
        });
      }),
    );

    await expect(createClient().getRepository(ref, {})).resolves.toEqual({
      full_name: 'SocialGouv/domifa',
      description: null,
      visibility: 'public',
      archived: false,
      default_branch: 'master',
    });
    expect(asked?.headers.get('authorization')).toBe('token t');
  });

  it('counts all pull requests by the last page', async () => {
    const pages: string[] = [];
    const pull = (number: number) => ({
      number,
      title: `Pull ${number}`,
      user: { login: 'camille' },
      created_at: '2026-11-20T10:00:00Z',
      draft: false,
      html_url: `https://github.example.com/SocialGouv/domifa/pull/${number}`,
    });
    server.use(
      http.get(`${repository}/pulls`, ({ request }) => {
        const query = new URL(request.url).searchParams;
        pages.push(query.toString());
        return query.get('page') === '1'
          ? HttpResponse.json(
              [...Array(100).keys()].map(i => pull(250 - i)),
              {
                headers: {
                  link: `<${repository}/pulls?per_page=100&page=2>; rel="next", <${repository}/pulls?per_page=100&page=3>; rel="last"`,
                },
              },
            )
          : HttpResponse.json([pull(2), pull(1)]);
      }),
    );

    const { pulls, total } = await createClient().listOpenPulls(ref, {});
    expect(total).toBe(202);
    expect(pulls).toHaveLength(100);
    expect(pulls[0]).toEqual(pull(250));
    expect(pages).toEqual([
      'state=open&sort=created&direction=desc&per_page=100&page=1',
      'state=open&sort=created&direction=desc&per_page=100&page=3',
    ]);
  });

  it.each([
    [
      'no protection and no rules',
      { message: 'Branch not protected' },
      404,
      [],
      false,
    ],
    ['a ruleset', { message: 'Branch not protected' }, 404, [{}], true],
    ['a protection', { url: 'x' }, 200, [], true],
    ['no right to see it', { message: 'Not Found' }, 404, [], undefined],
    [
      'an app without the right',
      { message: 'Resource not accessible by integration' },
      403,
      [],
      undefined,
    ],
  ])(
    'tells protection apart: %s',
    async (_, body, status, rules, isProtected) => {
      answer('/branches/feat%2Fx/protection', body, { status });
      answer('/rules/branches/feat%2Fx', rules);

      await expect(
        createClient().isBranchProtected(ref, 'feat/x', {}),
      ).resolves.toBe(isProtected);
    },
  );

  it('takes what is not there, or not to be seen, for an answer', async () => {
    const gone = { status: 404 };
    answer('/branches/master', { message: 'Branch not found' }, gone);
    answer('/releases/latest', { message: 'Not Found' }, gone);
    answer(
      '/dependabot/alerts',
      { message: 'Dependabot alerts are disabled' },
      { status: 403 },
    );
    const client = createClient();

    expect(
      await Promise.all([
        client.getBranch(ref, 'master', {}),
        client.getLatestRelease(ref, {}),
        client.countOpenSecurityAlerts(ref, {}),
      ]),
    ).toEqual([undefined, undefined, undefined]);
  });

  it('counts alerts over pages', async () => {
    server.use(
      http.get(`${repository}/dependabot/alerts`, ({ request }) =>
        new URL(request.url).searchParams.get('after') === 'c='
          ? HttpResponse.json([{}])
          : HttpResponse.json([{}, {}], {
              headers: {
                link: `<${repository}/dependabot/alerts?after=c%3D&per_page=100>; rel="next"`,
              },
            }),
      ),
    );
    const client = createClient();

    await expect(client.countOpenSecurityAlerts(ref, {})).resolves.toBe(3);
  });

  it.each([
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4000000000' }],
    [{ 'retry-after': '4000' }],
  ])('knows a rate limit that comes as 403 with %j', async headers => {
    server.use(
      http.get(repository, () =>
        HttpResponse.json(
          { message: 'You have exceeded a secondary rate limit' },
          { status: 403, headers: headers as Record<string, string> },
        ),
      ),
    );

    const error = await createClient()
      .getRepository(ref, {})
      .catch(thrown => thrown);
    expect(error).toMatchObject({ kind: 'rate-limited', upstreamStatus: 403 });
    expect(error.retryAfter.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
  });

  it('refuses a host that has no integration', () => {
    expect(() =>
      GithubApi.fromConfig(
        new ConfigReader({
          fabrique: { github: { host: 'ghe.example.com', organization: 'x' } },
        }),
      ),
    ).toThrow(
      "fabrique.github.host 'ghe.example.com' is not in integrations.github",
    );
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createClient(secret).getRepository(ref, {}),
  });
});
