import {
  KubernetesFailingPod,
  KubernetesView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRow } from '../../card/CardRows';
import { RelativeTime } from '../../words/RelativeTime';
import { Words } from '../../words/useWords';

/** Reasons of Kubernetes that mean the same to a person. */
const podReasons = {
  CrashLoopBackOff: 'crashing',
  Error: 'crashing',
  ImagePullBackOff: 'noImage',
  ErrImagePull: 'noImage',
  InvalidImageName: 'noImage',
  OOMKilled: 'outOfMemory',
  CreateContainerConfigError: 'noConfiguration',
  CreateContainerError: 'noStart',
  RunContainerError: 'noStart',
  StartError: 'noStart',
  ContainerCannotRun: 'noStart',
  Unschedulable: 'noRoom',
  Evicted: 'evicted',
  NotReady: 'notReady',
} as const;

/** What fails first, then what runs, then what runs at times. */
export function toKubernetesRows(
  view: KubernetesView,
  t: Words['t'],
): CardRow[] {
  const cronJobs = toCronJobRows(view, t);
  return [
    ...view.failingPods.map(pod => toPodRow(pod, t)),
    ...cronJobs.failed,
    ...toWorkloadRows(view, t),
    ...cronJobs.others,
  ];
}

function toPodRow(pod: KubernetesFailingPod, t: Words['t']): CardRow {
  const known = podReasons[pod.reason as keyof typeof podReasons];
  return {
    key: `pod/${pod.cluster}/${pod.namespace}/${pod.name}`,
    title: pod.name,
    mark: 'attention',
    details: [
      known ? t(`kubernetes.pod.${known}`) : pod.reason,
      pod.restarts > 0
        ? t('kubernetes.restarts', { count: pod.restarts })
        : undefined,
    ],
    // As it is found again in the logs and by a search.
    note: [known && pod.reason, pod.message].filter(Boolean).join(' · '),
  };
}

function toCronJobRows(view: KubernetesView, t: Words['t']) {
  const toRow = (job: KubernetesView['cronJobs'][number]): CardRow => ({
    key: `cronjob/${job.cluster}/${job.namespace}/${job.name}`,
    title: job.name,
    mark: job.lastRunFailed ? 'attention' : 'ok',
    details: [
      job.lastRunFailed ? t('kubernetes.cronJobFailed') : undefined,
      job.suspended ? t('kubernetes.cronJobSuspended') : undefined,
      job.lastSuccessfulAt
        ? t('kubernetes.cronJobLastSuccess', {
            time: <RelativeTime at={job.lastSuccessfulAt} />,
          })
        : t('kubernetes.noSuccess'),
    ],
  });
  return {
    failed: view.cronJobs.filter(job => job.lastRunFailed).map(toRow),
    others: view.cronJobs.filter(job => !job.lastRunFailed).map(toRow),
  };
}

function toWorkloadRows(view: KubernetesView, t: Words['t']): CardRow[] {
  return view.workloads.map(workload => ({
    key: `workload/${workload.cluster}/${workload.namespace}/${workload.kind}/${workload.name}`,
    title: workload.name,
    href: workload.url,
    mark: toMark(workload.readyReplicas, workload.wantedReplicas),
    details: [
      toShortVersion(workload.version),
      t('kubernetes.ready', {
        ready: workload.readyReplicas,
        count: workload.wantedReplicas,
      }),
      workload.restartsLastHour > 0
        ? t('kubernetes.restartsLastHour', { count: workload.restartsLastHour })
        : undefined,
      workload.lastRolloutAt ? (
        <RelativeTime at={workload.lastRolloutAt} />
      ) : undefined,
    ],
    note: workload.image,
  }));
}

function toMark(ready: number, wanted: number): CardRow['mark'] {
  if (wanted === 0) return 'none';
  if (ready >= wanted) return 'ok';
  return ready === 0 ? 'problem' : 'attention';
}

/** Images are tagged with a version or with a whole commit, of which the start says enough. */
function toShortVersion(version: string | undefined): string | undefined {
  return version?.replace(/\b([0-9a-f]{8})[0-9a-f]{32}\b/, '$1');
}
