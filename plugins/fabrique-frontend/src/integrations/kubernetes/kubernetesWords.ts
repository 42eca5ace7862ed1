/** What the page says of Kubernetes. */
export const kubernetesWords = {
  title: 'Kubernetes',
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
  /** One for each reason of the verdict; in lower case, as they also follow the name of the service. */
  reason: {
    noneReady_one: 'the only instance of {{name}} is not ready',
    noneReady_other:
      'none of the {{count, number}} instances of {{name}} is ready',
    fewerReady_one:
      'only {{count, number}} of {{wanted, number}} instances of {{name}} is ready',
    fewerReady_other:
      'only {{count, number}} of {{wanted, number}} instances of {{name}} are ready',
    rolloutStuck: 'the rollout of {{name}} has been stuck for {{duration}}',
    restarts_one: '{{count, number}} restart of {{name}} within an hour',
    restarts_other: '{{count, number}} restarts of {{name}} within an hour',
    outOfMemory: 'the pod {{name}} ran out of memory',
    cronJobFailed: 'the last run of the scheduled job {{name}} failed',
  },
} as const;
