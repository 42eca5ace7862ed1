import { kubernetesVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';

/** What the page says of Kubernetes. */
export const kubernetesWords = {
  ...kubernetesVerdictWords,
  /** The linked thing as the subject of a sentence. */
  thing: 'The Kubernetes selector {{name}}',
  /** The linked thing as that to which one has access. */
  access: 'the objects of {{name}}',
  allReady: 'all instances are ready',
  nothing: 'nothing runs in this environment',
  instances_one: '{{ready, number}} of {{count, number}} instance ready',
  instances_other: '{{ready, number}} of {{count, number}} instances ready',
  clusters_one: 'cluster {{clusters}}',
  clusters_other: 'clusters {{clusters}}',
  rows: 'Workloads',
  ready_one: '{{ready, number}}/{{count, number}} ready',
  ready_other: '{{ready, number}}/{{count, number}} ready',
  restarts_one: '{{count, number}} restart',
  restarts_other: '{{count, number}} restarts',
  cronJobFailed: 'last run failed',
  cronJobLastSuccess: 'last success {{time}}',
  noSuccess: 'never succeeded',
  unreadable:
    'The portal may not read {{kinds}} objects in cluster {{cluster}}.',
  link: {
    rancher: 'Rancher',
    'grafana-pods': 'pods in Grafana',
    'grafana-workloads': 'workloads in Grafana',
    logs: 'logs',
  },
} as const;
