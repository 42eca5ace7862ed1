import { toUuid } from '../../fleet/stableNoise';
import { DeploymentState } from './podStates';
import {
  DeploymentSpec,
  KubernetesObject,
  Rollout,
  StoredObject,
  toOwnerReference,
  toTimestamp,
} from './objects';

interface Condition {
  type: string;
  status: 'True' | 'False';
  lastUpdateTime: string;
  lastTransitionTime: string;
  reason: string;
  message: string;
}

/** How many pods may be missing before a Deployment no longer counts as available. */
function toMaxUnavailable(spec: DeploymentSpec, replicas: number): number {
  const value = spec.strategy?.rollingUpdate?.maxUnavailable ?? '25%';
  return typeof value === 'number'
    ? value
    : Math.floor((replicas * Number.parseInt(value, 10)) / 100);
}

/** The uid of a ReplicaSet, which its pods refer to. */
const toReplicaSetUid = (deployment: KubernetesObject, rollout: Rollout) =>
  toUuid('replicaset', deployment.metadata.uid ?? '', rollout.hash);

/** A Deployment with the status that its controller would give it. */
export function withDeploymentStatus(
  { object, rollouts = [] }: StoredObject,
  state: DeploymentState,
): KubernetesObject {
  const spec = object.spec as DeploymentSpec;
  const wanted = spec.replicas ?? 1;
  const current = rollouts.at(-1);
  if (!current) return object;
  const ready = state.pods.filter(pod => pod.readyAt).length;
  const updated = state.pods.filter(pod => pod.rollout.hash === current.hash);
  const isDone =
    updated.filter(pod => pod.readyAt).length === wanted &&
    state.pods.length === wanted;
  const replicaSet = `${object.metadata.name}-${current.hash}`;
  const lastReady = Math.max(
    Date.parse(object.metadata.creationTimestamp ?? current.at),
    ...state.pods.map(pod => pod.readyAt?.getTime() ?? 0),
  );
  const condition = (
    type: string,
    isTrue: boolean,
    time: Date | number,
    reason: string,
    message: string,
  ): Condition => ({
    type,
    status: isTrue ? 'True' : 'False',
    lastUpdateTime: toTimestamp(time),
    lastTransitionTime: toTimestamp(time),
    reason,
    message,
  });
  const isAvailable = ready >= wanted - toMaxUnavailable(spec, wanted);
  const progressing = state.stuckSince
    ? condition(
        'Progressing',
        false,
        state.stuckSince,
        'ProgressDeadlineExceeded',
        `ReplicaSet "${replicaSet}" has timed out progressing.`,
      )
    : condition(
        'Progressing',
        true,
        state.progressedAt,
        isDone ? 'NewReplicaSetAvailable' : 'ReplicaSetUpdated',
        `ReplicaSet "${replicaSet}" ${
          isDone ? 'has successfully progressed' : 'is progressing'
        }.`,
      );
  return {
    ...object,
    metadata: {
      ...object.metadata,
      annotations: {
        ...object.metadata.annotations,
        'deployment.kubernetes.io/revision': String(current.revision),
      },
    },
    status: {
      observedGeneration: object.metadata.generation ?? 1,
      replicas: state.pods.length,
      ...(updated.length > 0 && { updatedReplicas: updated.length }),
      // The real server leaves counts out when they are zero.
      ...(ready > 0 && { readyReplicas: ready, availableReplicas: ready }),
      ...(ready < wanted && { unavailableReplicas: wanted - ready }),
      conditions: [
        condition(
          'Available',
          isAvailable,
          isAvailable ? lastReady : Date.parse(current.at),
          isAvailable
            ? 'MinimumReplicasAvailable'
            : 'MinimumReplicasUnavailable',
          `Deployment ${
            isAvailable ? 'has' : 'does not have'
          } minimum availability.`,
        ),
        progressing,
      ],
    },
  };
}

/** The ReplicaSets of a Deployment: one for each version that it remembers. */
export function toReplicaSets(
  { object, rollouts = [] }: StoredObject,
  state: DeploymentState,
): KubernetesObject[] {
  const spec = object.spec as DeploymentSpec;
  const wanted = spec.replicas ?? 1;
  return rollouts.map(rollout => {
    const pods = state.pods.filter(pod => pod.rollout.hash === rollout.hash);
    const ready = pods.filter(pod => pod.readyAt).length;
    const labels = {
      ...rollout.template.metadata?.labels,
      'pod-template-hash': rollout.hash,
    };
    return {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name: `${object.metadata.name}-${rollout.hash}`,
        namespace: object.metadata.namespace,
        uid: toReplicaSetUid(object, rollout),
        resourceVersion: object.metadata.resourceVersion,
        generation: 1,
        creationTimestamp: toTimestamp(
          pods[0] ? Date.parse(pods[0].rollout.at) : Date.parse(rollout.at),
        ),
        labels,
        annotations: {
          'deployment.kubernetes.io/desired-replicas': String(wanted),
          'deployment.kubernetes.io/max-replicas': String(
            wanted + Math.ceil(wanted / 4),
          ),
          'deployment.kubernetes.io/revision': String(rollout.revision),
        },
        ownerReferences: [toOwnerReference(object)],
      },
      spec: {
        replicas: pods.length,
        selector: {
          matchLabels: {
            ...spec.selector.matchLabels,
            'pod-template-hash': rollout.hash,
          },
        },
        template: {
          ...rollout.template,
          metadata: { ...rollout.template.metadata, labels },
        },
      },
      status: {
        replicas: pods.length,
        observedGeneration: 1,
        ...(pods.length > 0 && { fullyLabeledReplicas: pods.length }),
        ...(ready > 0 && { readyReplicas: ready, availableReplicas: ready }),
      },
    };
  });
}
