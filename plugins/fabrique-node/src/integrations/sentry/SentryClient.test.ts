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

  it('asks for the unresolved issues of the environments, and says whether these are all', async () => {
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
          environments: ['prod', 'é&b #1'],
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
      complete: false,
    });
    expect(asked?.headers.get('authorization')).toBe('Bearer t');
    const params = new URL(asked!.url).searchParams;
    expect(params.getAll('environment')).toEqual(['prod', 'é&b #1']);
    params.delete('environment');
    expect(Object.fromEntries(params)).toEqual({
      project: '12',
      query: 'is:unresolved',
      sort: 'freq',
      statsPeriod: '14d',
      limit: '100',
    });
  });

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
