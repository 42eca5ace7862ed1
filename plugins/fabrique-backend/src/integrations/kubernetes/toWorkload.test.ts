import {
  KubernetesPod,
  KubernetesReplicated,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { toWorkload } from './toWorkload';

const now = new Date('2026-11-23T10:00:00Z');
const ago = (minutes: number) =>
  new Date(now.getTime() - minutes * 60_000).toISOString();

const deployment = (
  status?: KubernetesReplicated['status'],
  image:
    | string
    | null = 'harbor.example.com:5000/fabrique/domifa/app:v1.2.3@sha256:abc',
): KubernetesReplicated => ({
  metadata: { name: 'app', namespace: 'domifa' },
  spec: {
    replicas: 2,
    template: { spec: { containers: image ? [{ image }] : [] } },
  },
  status,
});

type Container = NonNullable<
  NonNullable<KubernetesPod['status']>['containerStatuses']
>[number];
const pod = (
  startedMinutesAgo: number,
  container: Container,
  owner = 'app-1a2b',
): KubernetesPod => ({
  metadata: {
    name: 'app-1a2b-xyz',
    namespace: 'domifa',
    labels: { 'pod-template-hash': '1a2b' },
    ownerReferences: [{ kind: 'ReplicaSet', name: owner }],
  },
  status: {
    phase: 'Running',
    startTime: ago(startedMinutesAgo),
    containerStatuses: [container],
  },
});
const restarted = (
  restartCount: number,
  minutes: { before: number; ended: number; running?: number },
): Container => ({
  restartCount,
  state: minutes.running
    ? { running: { startedAt: ago(minutes.running) } }
    : { waiting: { reason: 'CrashLoopBackOff' } },
  lastState: {
    terminated: {
      reason: 'Error',
      startedAt: ago(minutes.before),
      finishedAt: ago(minutes.ended),
    },
  },
});

describe('toWorkload', () => {
  it('maps a Deployment', () => {
    expect(
      toWorkload(
        'Deployment',
        deployment({
          readyReplicas: 1,
          conditions: [
            {
              type: 'Progressing',
              status: 'True',
              reason: 'NewReplicaSetAvailable',
              lastUpdateTime: ago(30),
            },
          ],
        }),
        {
          cluster: 'prod2',
          pods: [],
          now,
          url: 'https://rancher.example.com/app',
        },
      ),
    ).toEqual({
      kind: 'Deployment',
      name: 'app',
      namespace: 'domifa',
      cluster: 'prod2',
      readyReplicas: 1,
      wantedReplicas: 2,
      restartsLastHour: 0,
      image: 'harbor.example.com:5000/fabrique/domifa/app:v1.2.3@sha256:abc',
      version: 'v1.2.3',
      lastRolloutAt: ago(30),
      rolloutStuckSince: undefined,
      url: 'https://rancher.example.com/app',
    });
  });

  it('says since when a rollout is stuck', () => {
    const stuck = {
      type: 'Progressing',
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      lastUpdateTime: ago(25),
    };
    const map = (condition: typeof stuck & { lastTransitionTime?: string }) =>
      toWorkload('Deployment', deployment({ conditions: [condition] }), {
        cluster: 'prod2',
        pods: [],
        now,
      });

    expect(map({ ...stuck, lastTransitionTime: ago(20) })).toMatchObject({
      rolloutStuckSince: ago(20),
      lastRolloutAt: undefined,
    });
    expect(map(stuck).rolloutStuckSince).toBe(ago(25));
    expect(
      map({ ...stuck, reason: 'FailedCreate' }).rolloutStuckSince,
    ).toBeUndefined();
  });

  it('takes an object without a status for one that has nothing ready', () => {
    expect(
      toWorkload('StatefulSet', deployment(undefined, null), {
        cluster: 'prod2',
        pods: [],
        now,
      }),
    ).toMatchObject({
      readyReplicas: 0,
      wantedReplicas: 2,
      image: undefined,
      version: undefined,
    });
  });

  it.each([
    ['all of a young pod', pod(50, restarted(7, { before: 9, ended: 5 })), 7],
    [
      'none of an old pod',
      pod(6_000, restarted(7, { before: 99, ended: 61 })),
      0,
    ],
    [
      'an old pod at the pace of its last two starts',
      pod(6_000, restarted(30, { before: 15, ended: 7, running: 5 })),
      6,
    ],
    [
      'an old pod that waits',
      pod(6_000, restarted(30, { before: 12, ended: 10 })),
      5,
    ],
    [
      'an old pod that restarted fast, once',
      pod(6_000, restarted(1, { before: 3, ended: 3, running: 2 })),
      1,
    ],
    [
      'none of a pod of another',
      pod(50, restarted(7, { before: 9, ended: 5 }), 'web-1a2b'),
      0,
    ],
  ])('counts restarts of %s', (_, somePod, count) => {
    expect(
      toWorkload('Deployment', deployment(), {
        cluster: 'prod2',
        pods: [somePod],
        now,
      }).restartsLastHour,
    ).toBe(count);
  });

  it.each([
    ['app', undefined],
    ['registry:5000/app', undefined],
    ['app@sha256:abc', undefined],
    ['ghcr.io/socialgouv/app:sha-1f', 'sha-1f'],
  ])('reads the tag of %s', (image, version) => {
    expect(
      toWorkload('Deployment', deployment(undefined, image), {
        cluster: 'prod2',
        pods: [],
        now,
      }).version,
    ).toBe(version);
  });
});
