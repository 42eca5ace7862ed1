import { toUuid, toWhole } from '../../fleet/stableNoise';
import {
  Container,
  KubernetesObject,
  PodTemplate,
  toOwnerReference,
  toTimestamp,
} from './objects';
import { imagePullMs, PodState } from './podStates';

/** What a pod needs to know to describe itself. */
export interface PodDescription {
  owner: KubernetesObject;
  template: PodTemplate;
  /** `pod-template-hash`, or the labels that Jobs give. */
  extraLabels: Record<string, string>;
  state: Omit<PodState, 'rollout'>;
  /** Set for pods of Jobs that ran to their end. */
  ended?: { at: Date; succeeded: boolean };
}

const condition = (type: string, isTrue: boolean, time: Date) => ({
  type,
  status: isTrue ? 'True' : 'False',
  lastProbeTime: null,
  lastTransitionTime: toTimestamp(time),
  ...(!isTrue && {
    reason: 'ContainersNotReady',
    message: 'containers with unready status',
  }),
});

function toContainerState({ state, ended }: PodDescription) {
  const startedAt = toTimestamp(
    state.lastEnd?.at ?? state.createdAt.getTime() + imagePullMs,
  );
  if (ended) {
    return {
      terminated: {
        exitCode: ended.succeeded ? 0 : 1,
        reason: ended.succeeded ? 'Completed' : 'Error',
        startedAt,
        finishedAt: toTimestamp(ended.at),
      },
    };
  }
  if (state.waiting) {
    const { reason, message } = state.waiting;
    return { waiting: { reason, ...(message && { message }) } };
  }
  return { running: { startedAt } };
}

function toContainerStatus(container: Container, description: PodDescription) {
  const { state, ended } = description;
  const { lastEnd } = state;
  const isCreated = !state.waiting || state.restarts > 0;
  return {
    name: container.name,
    image: container.image ?? '',
    imageID: isCreated
      ? `${container.image?.replace(/:[^/]*$/, '')}@sha256:${toUuid(
          container.image ?? '',
        )
          .replace(/-/g, '')
          .repeat(2)}`
      : '',
    ...(isCreated && {
      containerID: `containerd://${toUuid(state.name, container.name)
        .replace(/-/g, '')
        .repeat(2)}`,
    }),
    ready: state.readyAt !== undefined && !ended,
    started: !state.waiting && !ended,
    restartCount: state.restarts,
    state: toContainerState(description),
    lastState: lastEnd
      ? {
          terminated: {
            exitCode: lastEnd.exitCode,
            reason: lastEnd.reason,
            startedAt: toTimestamp(lastEnd.at.getTime() - 240_000),
            finishedAt: toTimestamp(lastEnd.at),
          },
        }
      : {},
  };
}

function toPhase({ state, ended }: PodDescription): string {
  if (ended) return ended.succeeded ? 'Succeeded' : 'Failed';
  return state.waiting && state.restarts === 0 ? 'Pending' : 'Running';
}

/** A pod with its status. */
export function toPod(description: PodDescription): KubernetesObject {
  const { owner, template, extraLabels, state, ended } = description;
  const uid = toUuid('pod', owner.metadata.uid ?? '', state.name);
  const node = toWhole(1, 6, state.name, 'node');
  const isReady = state.readyAt !== undefined && !ended;
  const readyTime = state.readyAt ?? state.createdAt;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: state.name,
      generateName: state.name.replace(/[^-]+$/, ''),
      namespace: owner.metadata.namespace,
      uid,
      resourceVersion: String(readyTime.getTime()),
      creationTimestamp: toTimestamp(state.createdAt),
      labels: { ...template.metadata?.labels, ...extraLabels },
      ...(template.metadata?.annotations && {
        annotations: template.metadata.annotations,
      }),
      ownerReferences: [toOwnerReference(owner)],
    },
    spec: {
      restartPolicy: ended ? 'Never' : 'Always',
      serviceAccountName: 'default',
      ...template.spec,
      nodeName: `aks-workers-2871${node}-vmss00000${node}`,
    },
    status: {
      phase: toPhase(description),
      conditions: [
        condition('PodScheduled', true, state.createdAt),
        condition('Initialized', true, state.createdAt),
        condition('ContainersReady', isReady, readyTime),
        condition('Ready', isReady, readyTime),
      ],
      hostIP: `10.240.0.${node + 3}`,
      ...((!state.waiting || state.restarts > 0) && {
        podIP: `10.244.${node}.${toWhole(2, 250, state.name, 'ip')}`,
      }),
      startTime: toTimestamp(state.createdAt),
      containerStatuses: template.spec.containers.map(container =>
        toContainerStatus(container, description),
      ),
      qosClass: 'Burstable',
    },
  };
}
