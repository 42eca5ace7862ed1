import { KubernetesAnswers, toKubernetesView } from './toKubernetesView';

const now = new Date('2026-11-23T10:00:00Z');
const place = (name: string, environmentName: string) => ({
  name,
  namespace: `domifa-104-${environmentName}`,
  annotations: { 'app.gitlab.com/env.name': environmentName },
});
const workload = (name: string, environmentName: string) => ({
  metadata: place(name, environmentName),
  spec: {
    replicas: 1,
    template: { spec: { containers: [{ image: 'app:v1' }] } },
  },
  status: { readyReplicas: 1 },
});
const shown = (kind: 'Deployment' | 'StatefulSet', name: string) => ({
  kind,
  name,
  namespace: 'domifa-104-preprod-dev',
  cluster: 'dev2',
  readyReplicas: 1,
  wantedReplicas: 1,
  restartsLastHour: 0,
  image: 'app:v1',
  version: 'v1',
  lastRolloutAt: undefined,
  rolloutStuckSince: undefined,
  url: `https://rancher.example.com/${kind.toLowerCase()}/domifa-104-preprod-dev/${name}`,
});

const answers: KubernetesAnswers = {
  labelSelector: 'owner=domifa',
  cluster: 'dev2',
  objects: {
    Deployment: [
      workload('web', 'preprod-dev'),
      workload('app', 'preprod-dev'),
    ],
    StatefulSet: [workload('pg', 'preprod-dev')],
    Pod: [
      {
        metadata: { name: 'app-1', namespace: 'domifa-104-preprod-dev' },
        status: { phase: 'Failed', reason: 'Evicted' },
      },
    ],
    CronJob: [
      {
        metadata: place('backup', 'preprod-dev'),
        spec: { schedule: '0 3 * * *', suspend: true },
      },
    ],
    Job: [],
    Ingress: [
      {
        metadata: place('app', 'preprod-dev'),
        spec: {
          rules: [
            { host: 'preprod-domifa.example.com' },
            { host: null },
            { host: 'preprod-domifa.example.com' },
          ],
        },
      },
      { metadata: place('bare', 'preprod-dev') },
    ],
  },
  unreadable: [{ cluster: 'dev2', kind: 'Job', message: 'HTTP 403' }],
  links: {
    workload: 'https://rancher.example.com/{kind}/{namespace}/{name}',
    logs: 'https://grafana.example.com/explore?left={"expr":"{namespace}"}',
  },
  now,
};

describe('toKubernetesView', () => {
  it('shows what runs in one environment', () => {
    expect(toKubernetesView(answers)).toEqual({
      labelSelector: 'owner=domifa',
      clusters: ['dev2'],
      workloads: [
        shown('Deployment', 'app'),
        shown('StatefulSet', 'pg'),
        shown('Deployment', 'web'),
      ],
      failingPods: [
        {
          name: 'app-1',
          namespace: 'domifa-104-preprod-dev',
          cluster: 'dev2',
          reason: 'Evicted',
          message: undefined,
          restarts: 0,
        },
      ],
      cronJobs: [
        {
          name: 'backup',
          namespace: 'domifa-104-preprod-dev',
          cluster: 'dev2',
          schedule: '0 3 * * *',
          suspended: true,
          lastScheduledAt: undefined,
          lastSuccessfulAt: undefined,
          lastRunFailed: false,
        },
      ],
      hosts: ['preprod-domifa.example.com'],
      unreadable: [{ cluster: 'dev2', kind: 'Job', message: 'HTTP 403' }],
      links: [
        {
          rel: 'logs',
          namespace: 'domifa-104-preprod-dev',
          url: 'https://grafana.example.com/explore?left={"expr":"domifa-104-preprod-dev"}',
        },
      ],
    });
  });
});
