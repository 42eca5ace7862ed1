/** What the page says of Grafana. */
export const grafanaWords = {
  title: 'Grafana',
  /** The linked thing as the subject of a sentence. */
  thing: 'The Grafana selector {{name}}',
  /** The linked thing as that to which one has access. */
  access: 'the dashboards of {{name}}',
  nothing: 'no alert',
  noDashboard: 'no dashboard carries the tag {{selector}}',
  dashboards_one: '{{count, number}} dashboard',
  dashboards_other: '{{count, number}} dashboards',
  dashboardsAtLeast: 'at least {{minimum, number}} dashboards',
  alertRows: 'Firing alerts',
  dashboardRows: 'Dashboards',
  /** One for each reason of the verdict; in lower case, as they also follow the name of the service. */
  reason: {
    criticalAlert: 'critical alert: {{name}}',
    alert: 'alert: {{name}}',
  },
} as const;
