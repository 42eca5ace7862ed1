import { toGrafanaView } from './toGrafanaView';

const baseUrl = 'https://grafana.example.com';

describe('toGrafanaView', () => {
  it('maps what Grafana answers', () => {
    expect(
      toGrafanaView({
        baseUrl,
        selector: 'domifa',
        dashboards: [...Array(12).keys()].map(i => ({
          uid: `u/${i}`,
          title: `Board ${i}`,
          folderTitle: i ? 'Startups' : null,
        })),
        complete: false,
        alerts: [
          {
            labels: { alertname: 'Disk', __alert_rule_uid__: 'r1' },
            annotations: { description: 'almost full' },
            startsAt: '2026-11-22T08:00:00Z',
          },
          {
            labels: { alertname: 'CPU' },
            annotations: null,
            startsAt: '2026-11-21T08:00:00Z',
            generatorURL: 'http://localhost:3000/alerting/grafana/r2/view?x=1',
          },
          {
            labels: { severity: 'critical' },
            annotations: null,
            startsAt: '2026-11-23T08:00:00Z',
          },
        ],
      }),
    ).toEqual({
      selector: 'domifa',
      dashboards: [...Array(10).keys()].map(i => ({
        title: `Board ${i}`,
        folder: i ? 'Startups' : undefined,
        url: `${baseUrl}/d/u%2F${i}`,
      })),
      dashboardCount: 12,
      complete: false,
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
    });
  });
});
