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
  nothingOfBranch: 'nothing runs for this branch',
  instances_one: '{{ready, number}} of {{count, number}} instance ready',
  instances_other: '{{ready, number}} of {{count, number}} instances ready',
  clusters_one: 'cluster {{clusters}}',
  clusters_other: 'clusters {{clusters}}',
  namespaces_one: 'namespace {{namespaces}}',
  namespaces_other: 'namespaces {{namespaces}}',
  moreHosts_one: 'and {{count, number}} other address',
  moreHosts_other: 'and {{count, number}} other addresses',
  rows: 'Workloads',
  ready_one: '{{ready, number}}/{{count, number}} ready',
  ready_other: '{{ready, number}}/{{count, number}} ready',
  restarts_one: '{{count, number}} restart',
  restarts_other: '{{count, number}} restarts',
  restartsLastHour_one: '{{count, number}} restart in 1 h',
  restartsLastHour_other: '{{count, number}} restarts in 1 h',
  /** What is wrong with a pod. */
  pod: {
    crashing: 'stops again and again',
    noImage: 'image not found',
    outOfMemory: 'ran out of memory',
    noConfiguration: 'lacks a secret or a configuration',
    noStart: 'cannot start',
    noRoom: 'no room in the cluster',
    evicted: 'evicted from its node',
    notReady: 'does not answer its readiness probe',
  },
  cronJobFailed: 'last run failed',
  cronJobSuspended: 'suspended',
  cronJobLastSuccess: 'last success {{time}}',
  noSuccess: 'never succeeded',
  unreadable:
    'The portal may not read {{kinds}} objects in cluster {{cluster}}.',
  link: {
    rancher: 'Rancher',
    'grafana-pods': 'pods in Grafana',
    'grafana-workloads': 'workloads in Grafana',
    logs: 'logs in Loki',
    'core-tab': 'Kubernetes tab',
  },
} as const;
