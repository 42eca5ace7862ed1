import { GrafanaView } from '@socialgouv/backstage-plugin-fabrique-common';

const base = {
  selector: 'domifa',
  dashboards: [
    {
      title: 'Domifa – overview',
      folder: 'Applications',
      url: 'https://grafana.example/d/domifa-overview',
    },
    { title: 'Domifa – Postgres', url: 'https://grafana.example/d/domifa-pg' },
  ],
  dashboardCount: 2,
  complete: true,
  overviewUrl: 'https://grafana.example/d/first',
  firingAlerts: [],
  links: [
    { rel: 'pods', url: 'https://grafana.example/d/pods' },
    { rel: 'workloads', url: 'https://grafana.example/d/workloads' },
    { rel: 'logs', url: 'https://grafana.example/explore' },
  ],
} satisfies GrafanaView;

const alert = {
  name: 'PodCpuThrottled',
  severity: 'warning',
  summary: 'The backend is short of CPU',
  startedAt: '2026-11-20T11:20:00Z',
  url: 'https://grafana.example/alerting/1',
};

export const grafanaViews = {
  ok: base,
  empty: {
    selector: 'domifa',
    dashboards: [],
    dashboardCount: 0,
    complete: true,
    firingAlerts: [],
    links: [],
  },
  many: { ...base, dashboardCount: 100, complete: false },
  alert: { ...base, firingAlerts: [alert] },
  criticalAlert: {
    ...base,
    firingAlerts: [
      alert,
      {
        name: 'DiskAlmostFull',
        severity: 'critical',
        startedAt: '2026-11-20T11:50:00Z',
        url: 'https://grafana.example/alerting/2',
      },
    ],
  },
} satisfies Record<string, GrafanaView>;
