import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../../testUtils';
import { SentryClient } from './SentryClient';

const baseUrl = 'https://sentry.example.com';

function createClient(token = 't') {
  return SentryClient.create(
    {
      baseUrl,
      organization: 'incubateur',
      token,
      environmentNames: { dev: ['dev'], preprod: ['staging'], prod: ['prod'] },
    },
    { timeoutMs: 300 },
  );
}

describe('SentryClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('case 2: sends the environments encoded, and says how many issues there are', async () => {
    let asked: Request | undefined;
    server.use(
      http.get(
        `${baseUrl}/api/0/organizations/incubateur/issues/`,
        ({ request }) => {
          asked = request;
          return HttpResponse.json(
            [
              {
                id: '7',
                shortId: 'DOMIFA-7',
                title: 'TypeError: x is undefined',
                culprit: 'pages/usager',
                level: 'error',
                count: '402',
                userCount: 12,
                firstSeen: '2026-11-01T08:00:00Z',
                lastSeen: '2026-11-23T08:57:00Z',
                substatus: 'new',
                permalink: 'https://sentry.example.com/issues/7/',
                metadata: { notUsed: true },
              },
              { id: '8', title: 'an issue without its numbers' },
            ],
            {
              headers: {
                'x-hits': '250',
                link: '<https://sentry.example.com/next>; rel="previous"; results="false"; cursor="0:0:1", <https://sentry.example.com/next>; rel="next"; results="true"; cursor="0:100:0"',
              },
            },
          );
        },
      ),
    );

    await expect(
      createClient().listUnresolvedIssues(
        {
          organization: 'incubateur',
          projectId: '12',
          environments: ['prod', 'préprod & co #1'],
        },
        {},
      ),
    ).resolves.toEqual({
      issues: [
        {
          id: '7',
          shortId: 'DOMIFA-7',
          title: 'TypeError: x is undefined',
          culprit: 'pages/usager',
          level: 'error',
          count: 402,
          userCount: 12,
          firstSeen: '2026-11-01T08:00:00Z',
          lastSeen: '2026-11-23T08:57:00Z',
          substatus: 'new',
          permalink: 'https://sentry.example.com/issues/7/',
        },
      ],
      total: 250,
      isExact: true,
    });
    expect(asked?.headers.get('authorization')).toBe('Bearer t');
    const params = new URL(asked!.url).searchParams;
    expect(asked?.url).toContain(
      'environment=prod&environment=pr%C3%A9prod%20%26%20co%20%231&',
    );
    expect(params.getAll('environment')).toEqual(['prod', 'préprod & co #1']);
    params.delete('environment');
    expect(Object.fromEntries(params)).toEqual({
      project: '12',
      query: 'is:unresolved',
      sort: 'freq',
      statsPeriod: '14d',
      limit: '100',
    });
  });

  it.each([
    // Sentry stops counting at 1,000.
    [{ 'x-hits': '1000', 'x-max-hits': '1000' }, 1000, false],
    [{ 'x-hits': '999', 'x-max-hits': '1000' }, 999, true],
    [{}, 1, false],
  ])(
    'case 6: of more than one page, with %j, knows that there are %d, exactly: %s',
    async (headers, total, isExact) => {
      server.use(
        http.get(
          `${baseUrl}/api/0/organizations/incubateur/issues/`,
          ({ request }) => {
            const params = new URL(request.url).searchParams;
            expect([params.get('query'), params.get('sort')]).toEqual([
              'is:unresolved firstSeen:-24h',
              'new',
            ]);
            return HttpResponse.json(
              [
                {
                  id: '7',
                  shortId: 'DOMIFA-7',
                  title: 'TypeError',
                  count: '1',
                  firstSeen: '2026-11-23T08:00:00Z',
                  lastSeen: '2026-11-23T08:57:00Z',
                },
              ],
              {
                headers: {
                  ...headers,
                  link: '<https://sentry.example.com/next>; rel="next"; results="true"; cursor="0:100:0"',
                },
              },
            );
          },
        ),
      );
      const page = await createClient().listNewIssues(
        { organization: 'incubateur', projectId: '12', environments: [] },
        {},
      );
      expect([page.total, page.isExact]).toEqual([total, isExact]);
    },
  );

  it('keeps a slug with odd characters within its place in the path', async () => {
    let path: string | undefined;
    server.use(
      http.get(`${baseUrl}/*`, ({ request }) => {
        path = new URL(request.url).pathname;
        return HttpResponse.json({ id: 12, slug: 'x' });
      }),
    );

    await expect(
      createClient().getProject(
        { organization: 'incubateur', project: 'a/../b?c#d' },
        {},
      ),
    ).resolves.toEqual({ id: '12', slug: 'x' });
    expect(path).toBe('/api/0/projects/incubateur/a%2F..%2Fb%3Fc%23d/');
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret =>
      createClient(secret).getProject(
        { organization: 'incubateur', project: 'domifa' },
        {},
      ),
  });
});
