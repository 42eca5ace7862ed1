import { KubernetesWorkload } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  KubernetesPod,
  KubernetesReplicated,
} from '@socialgouv/backstage-plugin-fabrique-node';

const hourMs = 3_600_000;

type ContainerStatus = NonNullable<
  NonNullable<KubernetesPod['status']>['containerStatuses']
>[number];

/** Makes a workload of a Deployment or StatefulSet and all pods that are known. */
export function toWorkload(
  kind: KubernetesWorkload['kind'],
  { metadata, spec, status }: KubernetesReplicated,
  known: { cluster: string; pods: KubernetesPod[]; now: Date; url?: string },
): KubernetesWorkload {
  const image = spec.template.spec?.containers[0]?.image ?? undefined;
  const progress = status?.conditions?.find(
    ({ type }) => type === 'Progressing',
  );
  const isStuck =
    progress?.status === 'False' &&
    progress.reason === 'ProgressDeadlineExceeded';
  const pods = known.pods.filter(pod =>
    isPodOf(pod, kind, metadata.name, metadata.namespace),
  );
  return {
    kind,
    name: metadata.name,
    namespace: metadata.namespace,
    cluster: known.cluster,
    readyReplicas: status?.readyReplicas ?? 0,
    wantedReplicas: spec.replicas ?? 1,
    restartsLastHour: pods.reduce(
      (total, pod) => total + countRestarts(pod, known.now),
      0,
    ),
    image,
    version: image && toTag(image),
    lastRolloutAt:
      progress?.status === 'True'
        ? progress.lastUpdateTime ?? undefined
        : undefined,
    rolloutStuckSince: isStuck
      ? progress.lastTransitionTime ?? progress.lastUpdateTime ?? undefined
      : undefined,
    url: known.url,
  };
}

/** A Deployment owns its pods through ReplicaSets, which are named after it and a hash. */
function isPodOf(
  { metadata }: KubernetesPod,
  kind: KubernetesWorkload['kind'],
  name: string,
  namespace: string,
): boolean {
  const ownerKind = kind === 'Deployment' ? 'ReplicaSet' : kind;
  const hash = metadata.labels?.['pod-template-hash'];
  const ownerName = kind === 'Deployment' ? `${name}-${hash}` : name;
  return (
    metadata.namespace === namespace &&
    (metadata.ownerReferences ?? []).some(
      owner => owner.kind === ownerKind && owner.name === ownerName,
    )
  );
}

/**
 * Restarts of a pod's containers within the last hour. Kubernetes keeps the number of all restarts
 * and the last one's times only. Of a pod younger than an hour, all count. Of an older one, restarts
 * within the hour are taken to follow one another as the last two starts did, and are never more
 * than all.
 */
function countRestarts({ status }: KubernetesPod, now: Date): number {
  const since = now.getTime() - hourMs;
  const isYoung = Date.parse(status?.startTime ?? '') >= since;
  return (status?.containerStatuses ?? []).reduce((total, container) => {
    const restarts = container.restartCount ?? 0;
    const end = container.lastState?.terminated;
    if (isYoung) return total + restarts;
    if (!end || !(Date.parse(end.finishedAt ?? '') >= since)) return total;
    const cycleMs = toCycleMs(container, now);
    const atThatPace = cycleMs > 0 ? Math.ceil(hourMs / cycleMs) : 1;
    return total + Math.min(restarts, atThatPace);
  }, 0);
}

/** Time between the last start but one and the last; until now, for a container that waits. */
function toCycleMs({ state, lastState }: ContainerStatus, now: Date): number {
  const before = Date.parse(lastState?.terminated?.startedAt ?? '');
  const last = state?.running?.startedAt
    ? Date.parse(state.running.startedAt)
    : now.getTime();
  return Number.isNaN(before) ? 0 : last - before;
}

/** `v1.2.3` of `registry:5000/domifa/app:v1.2.3@sha256:…`. */
function toTag(image: string): string | undefined {
  return /:([^:/@]+)(?:@.*)?$/.exec(image.split('@')[0])?.[1];
}
