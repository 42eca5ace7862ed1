import { KubernetesCronJob } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  KubernetesCronJobObject,
  KubernetesJob,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** Makes a CronJob of Kubernetes' and all Jobs that are known. */
export function toCronJob(
  cronJob: KubernetesCronJobObject,
  jobs: KubernetesJob[],
  cluster: string,
): KubernetesCronJob {
  const { metadata, spec, status } = cronJob;
  return {
    name: metadata.name,
    namespace: metadata.namespace,
    cluster,
    schedule: spec.schedule,
    suspended: spec.suspend ?? false,
    lastScheduledAt: status?.lastScheduleTime ?? undefined,
    lastSuccessfulAt: status?.lastSuccessfulTime ?? undefined,
    lastRunFailed: hasLastRunFailed(cronJob, jobs),
  };
}

/**
 * The last run that came to an end counts. Its Job may be gone, or lack the label that Jobs are asked
 * by; then a success that is older than the last start tells, unless a run is under way.
 */
function hasLastRunFailed(
  { metadata, status }: KubernetesCronJobObject,
  jobs: KubernetesJob[],
): boolean {
  const ended = jobs
    .filter(
      job =>
        job.metadata.namespace === metadata.namespace &&
        (job.metadata.ownerReferences ?? []).some(
          owner => owner.kind === 'CronJob' && owner.name === metadata.name,
        ),
    )
    .flatMap(job => {
      const end = job.status?.conditions?.find(
        condition =>
          condition.status === 'True' &&
          ['Complete', 'Failed'].includes(condition.type),
      );
      const at = Date.parse(job.metadata.creationTimestamp ?? '');
      return end ? [{ at, hasFailed: end.type === 'Failed' }] : [];
    })
    .sort((a, b) => b.at - a.at);
  if (ended.length > 0) return ended[0].hasFailed;
  const { active, lastScheduleTime, lastSuccessfulTime } = status ?? {};
  return (
    !active?.length &&
    Date.parse(lastSuccessfulTime ?? '') < Date.parse(lastScheduleTime ?? '')
  );
}
