import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../../testUtils';
import { GrafanaClient } from './GrafanaClient';

const baseUrl = 'https://grafana.example.com/sub';

function createClient(token = 't') {
  return GrafanaClient.create({ baseUrl, token }, { timeoutMs: 300 });
}

describe('GrafanaClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('cases 2 and 6: asks for the dashboards of encoded tags, and says whether these are all', async () => {
    let asked: Request | undefined;
    let count = 1;
    server.use(
      http.get(`${baseUrl}/api/search`, ({ request }) => {
        asked = request;
        return HttpResponse.json([
          ...[...Array(count).keys()].map(i => ({
            uid: `u${i}`,
            title: `Board ${i}`,
            folderTitle: 'Startups',
            tags: ['a&b #é'],
          })),
          ...(count < 500 ? [{ title: 'no uid' }] : []),
        ]);
      }),
    );
    const client = createClient();

    await expect(client.listDashboards(['a&b #é', 'api'], {})).resolves.toEqual(
      {
        dashboards: [{ uid: 'u0', title: 'Board 0', folderTitle: 'Startups' }],
        complete: true,
      },
    );
    expect(asked?.headers.get('authorization')).toBe('Bearer t');
    expect(new URL(asked!.url).search).toBe(
      '?type=dash-db&tag=a%26b%20%23%C3%A9&tag=api&limit=500',
    );

    count = 500;
    await expect(client.listDashboards(['x'], {})).resolves.toMatchObject({
      complete: false,
    });
  });

  it('asks for the alerts of one component only, whatever its name', async () => {
    let asked: Request | undefined;
    server.use(
      http.get(
        `${baseUrl}/api/alertmanager/grafana/api/v2/alerts`,
        ({ request }) => {
          asked = request;
          return HttpResponse.json([
            {
              labels: { alertname: 'High latency', severity: 'critical' },
              annotations: { summary: 'p95 above 2 s' },
              startsAt: '2026-11-23T08:00:00.000Z',
              status: { state: 'active' },
            },
            { labels: 'odd' },
          ]);
        },
      ),
    );

    await expect(
      createClient().listFiringAlerts(
        { component: 'x",severity=~"\\.*\n', team: 'é' },
        {},
      ),
    ).resolves.toEqual([
      {
        labels: { alertname: 'High latency', severity: 'critical' },
        annotations: { summary: 'p95 above 2 s' },
        startsAt: '2026-11-23T08:00:00.000Z',
      },
    ]);
    const params = new URL(asked!.url).searchParams;
    expect(params.getAll('filter')).toEqual([
      'component="x\\",severity=~\\"\\\\.*\\n"',
      'team="é"',
    ]);
    params.delete('filter');
    expect(Object.fromEntries(params)).toEqual({
      active: 'true',
      silenced: 'false',
      inhibited: 'false',
    });
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createClient(secret).listDashboards(['domifa'], {}),
    // Every Grafana has these lists: without them, the address is not that of one.
    except: { '404': 'invalid-response' },
  });
});
