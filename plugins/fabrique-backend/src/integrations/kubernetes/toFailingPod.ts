import { KubernetesFailingPod } from '@socialgouv/backstage-plugin-fabrique-common';
import { KubernetesPod } from '@socialgouv/backstage-plugin-fabrique-node';

const hourMs = 3_600_000;
/** Applications take a while until their readiness probe succeeds. */
const usualStartMs = 5 * 60_000;
/** What a container waits for while it starts. */
const usualWaits = ['ContainerCreating', 'PodInitializing'];

type Trouble = { reason: string; message?: string | null };

/**
 * Says what is wrong with a pod; undefined when nothing is. Pods of finished Jobs and pods that are
 * being removed are not failing: how a Job ended is said by its CronJob.
 */
export function toFailingPod(
  pod: KubernetesPod,
  cluster: string,
  now: Date,
): KubernetesFailingPod | undefined {
  const { metadata, status } = pod;
  const isOfJob = (metadata.ownerReferences ?? []).some(
    ({ kind }) => kind === 'Job',
  );
  if (metadata.deletionTimestamp || status?.phase === 'Succeeded') {
    return undefined;
  }
  if (isOfJob && status?.phase === 'Failed') return undefined;
  const trouble =
    findContainerTrouble(pod, now) ??
    findPodTrouble(pod) ??
    findReadinessTrouble(pod, now);
  if (!trouble) return undefined;
  return {
    name: metadata.name,
    namespace: metadata.namespace,
    cluster,
    reason: trouble.reason,
    message: trouble.message || undefined,
    restarts: (status?.containerStatuses ?? []).reduce(
      (total, { restartCount }) => total + (restartCount ?? 0),
      0,
    ),
  };
}

function findContainerTrouble(
  { status }: KubernetesPod,
  now: Date,
): Trouble | undefined {
  const containers = [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
  ];
  for (const { state, lastState } of containers) {
    const end = lastState?.terminated;
    const isOutOfMemory =
      end?.reason === 'OOMKilled' &&
      Date.parse(end.finishedAt ?? '') >= now.getTime() - hourMs;
    // Why it was killed says more than that it waits for its next start.
    if (isOutOfMemory) return { reason: 'OOMKilled', message: end.message };
    const { waiting, terminated } = state ?? {};
    if (waiting?.reason && !usualWaits.includes(waiting.reason)) {
      return { reason: waiting.reason, message: waiting.message };
    }
    if (terminated && terminated.exitCode !== 0) {
      return {
        reason: terminated.reason ?? 'Error',
        message: terminated.message,
      };
    }
  }
  return undefined;
}

function findPodTrouble({ status }: KubernetesPod): Trouble | undefined {
  const { phase, reason, message } = status ?? {};
  if (phase === 'Failed' || phase === 'Unknown') {
    return { reason: reason ?? phase, message };
  }
  const scheduled = status?.conditions?.find(
    ({ type }) => type === 'PodScheduled',
  );
  return scheduled?.status === 'False'
    ? {
        reason: scheduled.reason ?? 'Unschedulable',
        message: scheduled.message,
      }
    : undefined;
}

/** A pod that runs and still does not answer its readiness probe, long after it should. */
function findReadinessTrouble(
  { status }: KubernetesPod,
  now: Date,
): Trouble | undefined {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  const since = Date.parse(ready?.lastTransitionTime ?? '');
  return status?.phase === 'Running' &&
    ready?.status === 'False' &&
    now.getTime() - since >= usualStartMs
    ? { reason: 'NotReady', message: ready.message }
    : undefined;
}
