import { KubernetesPod } from '@socialgouv/backstage-plugin-fabrique-node';
import { toFailingPod } from './toFailingPod';

const now = new Date('2026-11-23T10:00:00Z');
const metadata = { name: 'app-1', namespace: 'domifa' };
const ofJob = { ...metadata, ownerReferences: [{ kind: 'Job', name: 'j' }] };
const ends = (finishedAt: string) => ({
  terminated: { reason: 'OOMKilled', exitCode: 137, finishedAt },
});

const cases: [string, KubernetesPod, object | undefined][] = [
  [
    'a pod that runs',
    {
      metadata,
      status: {
        phase: 'Running',
        containerStatuses: [{ restartCount: 0, state: { running: {} } }],
      },
    },
    undefined,
  ],
  ['a pod without a status', { metadata }, undefined],
  [
    'a pod that starts',
    {
      metadata,
      status: {
        phase: 'Pending',
        containerStatuses: [
          { state: { waiting: { reason: 'ContainerCreating' } } },
        ],
      },
    },
    undefined,
  ],
  [
    'an image that is not there',
    {
      metadata,
      status: {
        phase: 'Pending',
        initContainerStatuses: [
          {
            restartCount: 0,
            state: { waiting: { reason: 'ImagePullBackOff', message: 'no' } },
          },
        ],
      },
    },
    { reason: 'ImagePullBackOff', message: 'no', restarts: 0 },
  ],
  [
    'a crash loop',
    {
      metadata,
      status: {
        phase: 'Running',
        containerStatuses: [
          {
            restartCount: 8,
            state: { waiting: { reason: 'CrashLoopBackOff' } },
            lastState: { terminated: { reason: 'Error', exitCode: 1 } },
          },
          { restartCount: 1, state: { running: {} } },
        ],
      },
    },
    { reason: 'CrashLoopBackOff', restarts: 9 },
  ],
  [
    'a crash loop for lack of memory',
    {
      metadata,
      status: {
        phase: 'Running',
        containerStatuses: [
          {
            restartCount: 3,
            state: { waiting: { reason: 'CrashLoopBackOff' } },
            lastState: ends('2026-11-23T09:58:00Z'),
          },
        ],
      },
    },
    { reason: 'OOMKilled', restarts: 3 },
  ],
  [
    'a pod that was killed yesterday',
    {
      metadata,
      status: {
        phase: 'Running',
        containerStatuses: [
          {
            restartCount: 3,
            state: { running: {} },
            lastState: ends('2026-11-22T09:58:00Z'),
          },
        ],
      },
    },
    undefined,
  ],
  [
    'a pod that no node takes',
    {
      metadata,
      status: {
        phase: 'Pending',
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            reason: 'Unschedulable',
            message: '0/6 nodes are available',
          },
        ],
      },
    },
    {
      reason: 'Unschedulable',
      message: '0/6 nodes are available',
      restarts: 0,
    },
  ],
  [
    'a pod that does not become ready',
    {
      metadata,
      status: {
        phase: 'Running',
        containerStatuses: [{ restartCount: 0, state: { running: {} } }],
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            reason: 'ContainersNotReady',
            message: 'containers with unready status: [app]',
            lastTransitionTime: '2026-11-23T09:54:00Z',
          },
        ],
      },
    },
    {
      reason: 'NotReady',
      message: 'containers with unready status: [app]',
      restarts: 0,
    },
  ],
  [
    'a pod that became ready a moment ago, or is about to',
    {
      metadata,
      status: {
        phase: 'Running',
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            lastTransitionTime: '2026-11-23T09:58:00Z',
          },
        ],
      },
    },
    undefined,
  ],
  [
    'an evicted pod',
    { metadata, status: { phase: 'Failed', reason: 'Evicted' } },
    { reason: 'Evicted', restarts: 0 },
  ],
  [
    'a pod of a Job that succeeded',
    { metadata: ofJob, status: { phase: 'Succeeded' } },
    undefined,
  ],
  [
    'a pod of a Job that failed',
    {
      metadata: ofJob,
      status: {
        phase: 'Failed',
        containerStatuses: [
          { state: { terminated: { reason: 'Error', exitCode: 1 } } },
        ],
      },
    },
    undefined,
  ],
  [
    'a pod that is being removed',
    {
      metadata: { ...metadata, deletionTimestamp: '2026-11-23T09:59:00Z' },
      status: {
        phase: 'Running',
        containerStatuses: [
          { state: { terminated: { reason: 'Error', exitCode: 143 } } },
        ],
      },
    },
    undefined,
  ],
];

describe('toFailingPod', () => {
  it.each(cases)('judges %s', (_, pod, expected) => {
    expect(toFailingPod(pod, 'prod2', now)).toEqual(
      expected && { ...metadata, cluster: 'prod2', ...expected },
    );
  });
});
