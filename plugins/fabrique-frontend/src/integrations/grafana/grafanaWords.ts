import { grafanaVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';

/** What the page says of Grafana. */
export const grafanaWords = {
  ...grafanaVerdictWords,
  /** The linked thing as the subject of a sentence. */
  thing: 'The Grafana selector {{name}}',
  /** The linked thing as that to which one has access. */
  access: 'the dashboards of {{name}}',
  nothing: 'no alert',
  noDashboard: 'no dashboard carries the tag {{selector}}',
  dashboards_one: '{{count, number}} dashboard',
  dashboards_other: '{{count, number}} dashboards',
  dashboardsAtLeast: 'at least {{minimum, number}} dashboards',
  overview: 'overview',
  link: { pods: 'pods', workloads: 'workloads', logs: 'logs' },
  alertRows: 'Firing alerts',
  dashboardRows: 'Dashboards',
} as const;
