import {
  defaultKubernetesThresholds,
  KubernetesView,
  KubernetesWorkload,
  toKubernetesVerdict,
} from './kubernetes';

const now = new Date('2026-11-23T10:00:00Z');
const ago = (minutes: number) =>
  new Date(now.getTime() - minutes * 60_000).toISOString();
const workload = (more: Partial<KubernetesWorkload>): KubernetesWorkload => ({
  kind: 'Deployment',
  name: 'app',
  namespace: 'domifa',
  cluster: 'prod2',
  readyReplicas: 2,
  wantedReplicas: 2,
  restartsLastHour: 0,
  ...more,
});
const judge = (view: Partial<KubernetesView>) =>
  toKubernetesVerdict(
    {
      labelSelector: 'owner=domifa',
      clusters: ['prod2'],
      workloads: [],
      failingPods: [],
      cronJobs: [],
      hosts: [],
      unreadable: [],
      links: [],
      ...view,
    },
    defaultKubernetesThresholds,
    now,
  );

describe('toKubernetesVerdict', () => {
  it('is well with what is ready, scaled to zero or just under a limit', () => {
    expect(
      judge({
        workloads: [
          workload({}),
          workload({ readyReplicas: 0, wantedReplicas: 0 }),
          workload({ restartsLastHour: 4, rolloutStuckSince: ago(9) }),
        ],
      }),
    ).toEqual({ level: 'ok', reasons: [] });
  });

  it('calls nothing ready and a stuck rollout a problem, before all that asks for attention', () => {
    const at = { namespace: 'domifa', cluster: 'prod2' };

    expect(
      judge({
        workloads: [
          workload({ name: 'web', readyReplicas: 1, restartsLastHour: 5 }),
          workload({ readyReplicas: 0, rolloutStuckSince: ago(10) }),
        ],
        failingPods: [
          { ...at, name: 'app-1', reason: 'OOMKilled', restarts: 3 },
          { ...at, name: 'app-2', reason: 'CrashLoopBackOff', restarts: 3 },
        ],
        cronJobs: [
          {
            ...at,
            name: 'backup',
            schedule: '0 3 * * *',
            suspended: false,
            lastRunFailed: true,
          },
        ],
      }),
    ).toEqual({
      level: 'problem',
      reasons: [
        {
          level: 'problem',
          key: 'kubernetes.noneReady',
          params: { name: 'app', wanted: 2 },
        },
        {
          level: 'problem',
          key: 'kubernetes.rolloutStuck',
          params: { name: 'app', minutes: 10 },
        },
        {
          level: 'attention',
          key: 'kubernetes.fewerReady',
          params: { name: 'web', ready: 1, wanted: 2 },
        },
        {
          level: 'attention',
          key: 'kubernetes.restarts',
          params: { name: 'web', count: 5 },
        },
        {
          level: 'attention',
          key: 'kubernetes.outOfMemory',
          params: { name: 'app-1' },
        },
        {
          level: 'attention',
          key: 'kubernetes.cronJobFailed',
          params: { name: 'backup' },
        },
      ],
    });
  });
});
