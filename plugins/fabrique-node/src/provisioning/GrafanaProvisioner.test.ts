import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import { GrafanaProvisioner } from './GrafanaProvisioner';

const baseUrl = 'https://grafana.example.com';

const createProvisioner = (token = 't') =>
  new GrafanaProvisioner({ baseUrl, token }, { timeoutMs: 300 });

describe('GrafanaProvisioner', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('makes folders, dashboards and rules by the uids that it is given', async () => {
    const sent: unknown[] = [];
    const take = (path: string, answer: object) =>
      http.post(`${baseUrl}${path}`, async ({ request }) => {
        sent.push([
          path,
          await request.json(),
          request.headers.get('x-disable-provenance'),
        ]);
        return HttpResponse.json(answer, { status: 201 });
      });
    const rule = {
      uid: 'mon-app-prod-down',
      title: 'Arrêt',
      folderUID: 'mon-app',
      ruleGroup: 'mon-app',
      condition: 'B',
      data: [],
      noDataState: 'OK' as const,
      execErrState: 'Error' as const,
      for: '5m',
      labels: {},
      annotations: {},
    };
    server.use(
      take('/api/folders', { uid: 'mon-app', title: 'Mon app' }),
      take('/api/dashboards/db', { url: '/d/mon-app-app/mon-app' }),
      take('/api/v1/provisioning/alert-rules', rule),
    );
    const grafana = createProvisioner();
    await grafana.createFolder({ uid: 'mon-app', title: 'Mon app' });
    await expect(
      grafana.createDashboard(
        { uid: 'mon-app-app', title: 'Mon app', tags: ['mon-app'] },
        'mon-app',
      ),
    ).resolves.toEqual({ url: `${baseUrl}/d/mon-app-app/mon-app` });
    await grafana.createAlertRule(rule);
    expect(sent).toEqual([
      ['/api/folders', { uid: 'mon-app', title: 'Mon app' }, null],
      [
        '/api/dashboards/db',
        {
          dashboard: {
            id: null,
            uid: 'mon-app-app',
            title: 'Mon app',
            tags: ['mon-app'],
          },
          folderUid: 'mon-app',
        },
        null,
      ],
      ['/api/v1/provisioning/alert-rules', { ...rule, orgID: 1 }, 'true'],
    ]);
  });

  it('finds nothing where there is nothing, and takes a thing that is gone for removed', async () => {
    const gone = () =>
      HttpResponse.json({ message: 'not found' }, { status: 404 });
    server.use(
      http.get(`${baseUrl}/api/*`, gone),
      http.delete(`${baseUrl}/api/*`, gone),
    );
    const grafana = createProvisioner();
    await expect(grafana.getFolder('x')).resolves.toBeUndefined();
    await expect(grafana.getDashboard('x')).resolves.toBeUndefined();
    await expect(grafana.getAlertRule('x')).resolves.toBeUndefined();
    await expect(grafana.delete('dashboard', 'x')).resolves.toBeUndefined();
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createProvisioner(secret).listDashboards('mon-app'),
  });
});
