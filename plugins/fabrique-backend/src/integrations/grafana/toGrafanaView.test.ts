import { GrafanaConfig } from '@socialgouv/backstage-plugin-fabrique-node';
import { GrafanaPlace } from './toGrafanaLinks';
import { GrafanaAnswer, toGrafanaView } from './toGrafanaView';

const baseUrl = 'https://grafana.example.com';
const config: GrafanaConfig = {
  baseUrl,
  token: 't',
  organizationId: 1,
  variables: { cluster: 'cluster', namespace: 'namespace', environment: 'env' },
  clusters: {},
  dashboards: {
    pods: { uid: 'dRAC0MRIz', datasource: 'default' },
    workloads: { uid: 'm_UCAGgIz', datasource: 'P5DC & co' },
  },
  logsDatasource: 'Loki',
};
const prod: GrafanaPlace = {
  environment: 'prod',
  cluster: 'prod2',
  namespace: 'domifa',
  name: 'domifa',
};
const answer: GrafanaAnswer = {
  selector: 'domifa',
  dashboards: [],
  complete: true,
  alerts: [],
};
const view = (
  given: Partial<GrafanaAnswer>,
  place = prod,
  own: Partial<GrafanaConfig> = {},
) =>
  toGrafanaView(
    { ...answer, ...given },
    { config: { ...config, ...own }, place, clusters: ['dev2', 'prod2'] },
  );
const alert = (labels: Record<string, string>, day = 20) => ({
  labels,
  startsAt: `2026-11-${day}T08:00:00Z`,
});

describe('toGrafanaView', () => {
  it('maps what Grafana answers', () => {
    expect(
      view({
        dashboards: [...Array(12).keys()].map(i => ({
          uid: `u/${i}`,
          title: `Board ${i}`,
          folderTitle: i ? 'Startups' : null,
        })),
        complete: false,
        overviewUrl: `${baseUrl}/d/first`,
        alerts: [
          {
            ...alert({ alertname: 'Disk', __alert_rule_uid__: 'r1' }, 22),
            annotations: { description: 'almost full' },
          },
          {
            ...alert({ alertname: 'CPU' }, 21),
            generatorURL: 'http://localhost:3000/alerting/grafana/r2/view?x=1',
          },
          alert({ severity: 'critical' }, 23),
        ],
      }),
    ).toEqual({
      selector: 'domifa',
      dashboards: [...Array(10).keys()].map(i => ({
        title: `Board ${i}`,
        folder: i ? 'Startups' : undefined,
        url: `${baseUrl}/d/u%2F${i}?orgId=1&var-cluster=prod2&var-namespace=domifa&var-env=prod`,
      })),
      dashboardCount: 12,
      complete: false,
      overviewUrl: `${baseUrl}/d/first`,
      firingAlerts: [
        {
          name: 'domifa',
          severity: 'critical',
          summary: undefined,
          startedAt: '2026-11-23T08:00:00Z',
          url: `${baseUrl}/alerting/list`,
        },
        {
          name: 'Disk',
          severity: undefined,
          summary: 'almost full',
          startedAt: '2026-11-22T08:00:00Z',
          url: `${baseUrl}/alerting/grafana/r1/view`,
        },
        {
          name: 'CPU',
          severity: undefined,
          summary: undefined,
          startedAt: '2026-11-21T08:00:00Z',
          url: `${baseUrl}/alerting/grafana/r2/view`,
        },
      ],
      links: [
        {
          rel: 'pods',
          url: `${baseUrl}/d/dRAC0MRIz?orgId=1&refresh=10s&var-datasource=default&var-cluster=prod2&var-namespace=domifa`,
        },
        {
          rel: 'workloads',
          url: `${baseUrl}/d/m_UCAGgIz?orgId=1&refresh=10s&var-datasource=P5DC%20%26%20co&var-cluster=prod2&var-namespace=domifa&var-type=deployment`,
        },
        {
          rel: 'logs',
          url: `${baseUrl}/explore?orgId=1&left=${encodeURIComponent(
            '["now-6h","now","Loki",{"expr":"{cluster=\\"prod2\\", namespace=\\"domifa\\"}"}]',
          )}`,
        },
      ],
    });
  });

  it('leaves out what the namespace is needed for, and looks for logs by its beginning', () => {
    const { links, dashboards } = view(
      { dashboards: [{ uid: 'u', title: 'Board' }] },
      { environment: 'preprod', cluster: 'dev2', name: 'domifa' },
    );
    expect(dashboards[0].url).toBe(
      `${baseUrl}/d/u?orgId=1&var-cluster=dev2&var-env=preprod`,
    );
    expect(links).toEqual([
      {
        rel: 'logs',
        url: `${baseUrl}/explore?orgId=1&left=${encodeURIComponent(
          '["now-6h","now","Loki",{"expr":"{cluster=\\"dev2\\", namespace=~\\"domifa-.+\\"}"}]',
        )}`,
      },
    ]);
    expect(
      view({}, prod, { dashboards: {}, logsDatasource: undefined }).links,
    ).toEqual([]);
  });

  it('shows no alert that says that it is of another environment', () => {
    const alerts = [
      alert({ alertname: 'everywhere' }),
      alert({ alertname: 'here', cluster: 'prod2' }),
      alert({ alertname: 'unknown cluster', cluster: 'ovh-prod' }),
      alert({ alertname: 'elsewhere', cluster: 'dev2' }),
      alert({ alertname: 'preprod', env: 'preprod' }),
      alert({ alertname: 'prod', env: 'prod' }),
    ];
    const namesIn = (place: GrafanaPlace) =>
      view({ alerts }, place).firingAlerts.map(({ name }) => name);

    expect(namesIn(prod)).toEqual([
      'everywhere',
      'here',
      'unknown cluster',
      'prod',
    ]);
    expect(
      namesIn({ environment: 'preprod', cluster: 'dev2', name: 'domifa' }),
    ).toEqual(['everywhere', 'unknown cluster', 'elsewhere', 'preprod']);
  });
});
