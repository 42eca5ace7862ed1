import { toSafeSuffix } from '../../fleet/stableNoise';
import { DeploymentSpec, PodTemplate, Rollout, StoredObject } from './objects';

/** From the start of a pod until its readiness probe succeeds. */
export const podStartupMs = 3_000;
/** Pulling the image takes the first part of it. */
export const imagePullMs = 1_000;

const minute = 60_000;
const tenMinutes = 10 * minute;

/** Where one pod stands. */
export interface PodState {
  name: string;
  rollout: Rollout;
  createdAt: Date;
  /** Since when it is ready; absent while it is not. */
  readyAt?: Date;
  /** Why its container waits; absent when it runs. */
  waiting?: { reason: string; message: string };
  restarts: number;
  /** How the container ended last time. */
  lastEnd?: { reason: string; exitCode: number; at: Date };
}

/** Where a Deployment stands. */
export interface DeploymentState {
  pods: PodState[];
  /** Set when the rollout makes no progress any more. */
  stuckSince?: Date;
  /** Last time that the rollout made progress. */
  progressedAt: Date;
}

/** Says which Secret or ConfigMap a template wants and the namespace lacks, in the kubelet's words. */
export type FindMissing = (template: PodTemplate) => string | undefined;

const toPodName = (deployment: string, rollout: Rollout, index: number) =>
  `${deployment}-${rollout.hash}-${toSafeSuffix(
    5,
    deployment,
    rollout.hash,
    rollout.at,
    index,
  )}`;

/**
 * Derives the pods of a Deployment from the time since its rollout: pods become ready one after the
 * other, {@link podStartupMs} each, and replace those of the version before.
 */
export function toDeploymentState(
  stored: StoredObject,
  now: Date,
  findMissing: FindMissing,
): DeploymentState {
  const { object, rollouts = [], scenario } = stored;
  const spec = object.spec as DeploymentSpec;
  const { name } = object.metadata;
  const replicas = spec.replicas ?? 1;
  const current = rollouts.at(-1);
  if (!current) return { pods: [], progressedAt: now };
  const previous = rollouts.at(-2);

  if (scenario === 'failing-rollout' && previous) {
    return toStuckState(name, previous, current, now);
  }

  const start = Date.parse(current.at);
  const missing = findMissing(current.template);
  const ready = missing
    ? 0
    : Math.min(replicas, Math.floor((now.getTime() - start) / podStartupMs));
  const previousWorked =
    previous !== undefined &&
    Date.parse(previous.at) + podStartupMs <= start &&
    findMissing(previous.template) === undefined;
  // The first version starts all its pods at once; later ones replace pods one by one.
  const started = previousWorked ? Math.min(replicas, ready + 1) : replicas;

  const pods: PodState[] = Array.from({ length: started }, (_, index) => {
    const createdAt = new Date(
      start + (previousWorked ? index * podStartupMs : 0),
    );
    const isPulling = now.getTime() - createdAt.getTime() < imagePullMs;
    const waiting = missing
      ? { reason: 'CreateContainerConfigError', message: missing }
      : { reason: 'ContainerCreating', message: '' };
    return {
      name: toPodName(name, current, index),
      rollout: current,
      createdAt,
      restarts: 0,
      ...(index < ready && {
        readyAt: new Date(start + (index + 1) * podStartupMs),
      }),
      ...((isPulling || missing) && { waiting }),
    };
  });
  if (previousWorked) {
    for (let index = ready; index < replicas; index++) {
      pods.push({
        name: toPodName(name, previous, index),
        rollout: previous,
        createdAt: new Date(previous.at),
        readyAt: new Date(Date.parse(previous.at) + podStartupMs),
        restarts: 0,
      });
    }
  }
  if (scenario === 'restarts' && pods[0]?.readyAt) {
    pods[0] = toRestartingPod(pods[0], now);
  }
  const deadline = (spec.progressDeadlineSeconds ?? 600) * 1000;
  const progressedAt = new Date(start + ready * podStartupMs);
  const isStuck =
    ready < replicas && now.getTime() - progressedAt.getTime() > deadline;
  return {
    pods,
    progressedAt,
    ...(isStuck && {
      stuckSince: new Date(progressedAt.getTime() + deadline),
    }),
  };
}

/** A version that crashes at start since some forty minutes, beside one pod of the version before. */
function toStuckState(
  name: string,
  previous: Rollout,
  current: Rollout,
  now: Date,
): DeploymentState {
  // Steps of ten minutes, so that the same moment is told at each look.
  const anchor = Math.floor(now.getTime() / tenMinutes) * tenMinutes;
  const stuckSince = new Date(anchor - 40 * minute);
  const startedAt = new Date(stuckSince.getTime() - tenMinutes);
  const rollout = { ...current, at: startedAt.toISOString() };
  const podName = toPodName(name, current, 0);
  const container = current.template.spec.containers[0].name;
  return {
    stuckSince,
    progressedAt: startedAt,
    pods: [
      {
        name: podName,
        rollout,
        createdAt: startedAt,
        restarts: 13,
        waiting: {
          reason: 'CrashLoopBackOff',
          message: `back-off 5m0s restarting failed container=${container} pod=${podName}`,
        },
        lastEnd: {
          reason: 'Error',
          exitCode: 1,
          at: new Date(now.getTime() - 2 * minute),
        },
      },
      {
        name: toPodName(name, previous, 0),
        rollout: previous,
        createdAt: new Date(previous.at),
        readyAt: new Date(Date.parse(previous.at) + podStartupMs),
        restarts: 0,
      },
    ],
  };
}

/** Seven restarts for lack of memory, all of them within the last hour. */
function toRestartingPod(pod: PodState, now: Date): PodState {
  const anchor = Math.floor(now.getTime() / tenMinutes) * tenMinutes;
  const lastEnd = new Date(anchor - 2 * minute);
  return {
    ...pod,
    createdAt: new Date(anchor - 48 * minute),
    readyAt: new Date(lastEnd.getTime() + 20_000),
    restarts: 7,
    lastEnd: { reason: 'OOMKilled', exitCode: 137, at: lastEnd },
  };
}
