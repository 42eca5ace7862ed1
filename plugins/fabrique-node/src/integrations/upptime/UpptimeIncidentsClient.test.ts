import { ConfigReader } from '@backstage/config';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GithubApi } from '../../scm';
import { testUpstreamFailures } from '../../testUtils';
import { readUpptimeConfig } from './config';
import { UpptimeIncidentsClient } from './UpptimeIncidentsClient';

const baseUrl = 'https://github.example.com/api/v3';
const issues = `${baseUrl}/repos/SocialGouv/upptime/issues`;

function createClient(token = 't') {
  const config = new ConfigReader({
    fabrique: {
      github: { host: 'github.example.com', organization: 'SocialGouv' },
    },
    integrations: {
      github: [{ host: 'github.example.com', apiBaseUrl: baseUrl, token }],
    },
  });
  return UpptimeIncidentsClient.create(
    GithubApi.fromConfig(config, { timeoutMs: 300 })!,
    { owner: 'SocialGouv', repo: 'upptime' },
  );
}

describe('UpptimeIncidentsClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const since = new Date('2026-08-25T10:00:00Z');

  it('reads the incidents of all sites, page by page', async () => {
    const asked: URL[] = [];
    server.use(
      http.get(issues, ({ request }) => {
        const url = new URL(request.url);
        asked.push(url);
        const page = url.searchParams.get('page');
        return HttpResponse.json(
          [
            {
              title: `🛑 DomiFa is down (${page})`,
              html_url: `https://github.example.com/${page}`,
              body: null,
              created_at: '2026-11-20T10:00:00Z',
              closed_at: '2026-11-20T10:20:00Z',
              labels: ['status', { name: 'domi-fa', color: 'ededed' }],
              not_used: true,
            },
            { title: 'without its address' },
          ],
          {
            headers: { link: `<${issues}?page=2>; rel="last"` },
          },
        );
      }),
    );

    const incidents = await createClient().listIncidents({ since }, {});

    const incident = (page: number) => ({
      title: `🛑 DomiFa is down (${page})`,
      html_url: `https://github.example.com/${page}`,
      body: null,
      created_at: '2026-11-20T10:00:00Z',
      closed_at: '2026-11-20T10:20:00Z',
      labels: ['status', 'domi-fa'],
    });
    expect(incidents).toEqual([incident(1), incident(2)]);
    expect(Object.fromEntries(asked[0].searchParams)).toEqual({
      labels: 'status',
      state: 'all',
      since: '2026-08-25T10:00:00.000Z',
      sort: 'created',
      direction: 'desc',
      per_page: '100',
      page: '1',
    });
    expect(asked).toHaveLength(2);
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createClient(secret).listIncidents({ since }, {}),
  });
});

describe('readUpptimeConfig', () => {
  const read = (repository?: string) =>
    readUpptimeConfig(
      new ConfigReader({
        fabrique: {
          upptime: {
            baseUrl: 'https://raw.example.com/',
            statusUrl: 'https://status.example.com',
            repository,
          },
        },
      }),
    );

  it('reads which repository has the incidents', () => {
    expect(read('SocialGouv/upptime')).toEqual({
      baseUrl: 'https://raw.example.com',
      statusUrl: 'https://status.example.com',
      token: undefined,
      repository: { owner: 'SocialGouv', repo: 'upptime' },
    });
    expect(read()?.repository).toBeUndefined();
    expect(() => read('https://github.com/SocialGouv/upptime')).toThrow(
      'fabrique.upptime.repository',
    );
  });
});
