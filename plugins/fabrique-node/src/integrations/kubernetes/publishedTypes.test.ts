import type {
  V1CronJob,
  V1Deployment,
  V1Ingress,
  V1Job,
  V1Namespace,
  V1Pod,
  V1StatefulSet,
  V1StatefulSetStatus,
} from '@kubernetes/client-node';
import { expectPublished } from '../../testUtils/Unpublished';
import { KubernetesObjects, kubernetesSchemas } from './schema';

const time = new Date('2026-11-23T10:00:00Z');
const at = time.toISOString();

describe("Kubernetes' published types", () => {
  it('have every field that is read', () => {
    expectPublished<KubernetesObjects['Deployment'], V1Deployment>();
    expectPublished<
      Omit<KubernetesObjects['StatefulSet'], 'status'>,
      V1StatefulSet
    >();
    expectPublished<
      Omit<
        NonNullable<KubernetesObjects['StatefulSet']['status']>,
        'conditions'
      >,
      V1StatefulSetStatus
    >();
    expectPublished<KubernetesObjects['Pod'], V1Pod>();
    expectPublished<KubernetesObjects['CronJob'], V1CronJob>();
    expectPublished<KubernetesObjects['Job'], V1Job>();
    expectPublished<KubernetesObjects['Ingress'], V1Ingress>();
    expectPublished<KubernetesObjects['Namespace'], V1Namespace>();
    // @ts-expect-error A field that Kubernetes does not have is found out.
    expectPublished<{ status: { mood: string } }, V1Pod>();
    // @ts-expect-error So is one of another type.
    expectPublished<{ status: { phase: number } }, V1Pod>();

    const pod: V1Pod = {
      metadata: {
        name: 'www-1',
        namespace: 'domifa',
        labels: { owner: 'domifa' },
        creationTimestamp: time,
      },
      status: {
        phase: 'Running',
        startTime: time,
        conditions: [
          { type: 'Ready', status: 'True', lastTransitionTime: time },
        ],
        containerStatuses: [
          {
            name: 'www',
            image: 'www:1',
            imageID: '',
            ready: true,
            restartCount: 2,
            state: { running: { startedAt: time } },
            lastState: {
              terminated: {
                exitCode: 137,
                reason: 'OOMKilled',
                finishedAt: time,
              },
            },
          },
        ],
      },
    };
    expect(kubernetesSchemas.Pod.parse(pod)).toEqual({
      metadata: {
        name: 'www-1',
        namespace: 'domifa',
        labels: { owner: 'domifa' },
        creationTimestamp: at,
      },
      status: {
        phase: 'Running',
        startTime: at,
        conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: at }],
        containerStatuses: [
          {
            restartCount: 2,
            state: { running: { startedAt: at } },
            lastState: {
              terminated: {
                exitCode: 137,
                reason: 'OOMKilled',
                finishedAt: at,
              },
            },
          },
        ],
      },
    });
  });
});
