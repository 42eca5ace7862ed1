import { KubernetesView } from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRow, CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { ToolLink } from '../../card/ToolLink';
import { RelativeTime } from '../../words/RelativeTime';
import { useWords, Words } from '../../words/useWords';
import { Quiet } from '../../card/Quiet';

const maximumHosts = 2;

/** What runs of an application, and what does not run as it should. */
export function KubernetesCardContent(
  props: FabriqueCardContentProps<KubernetesView>,
) {
  const { view, verdict } = props;
  const { t, format } = useWords();
  const { workloads, clusters, hosts, unreadable, links } = view;
  const wanted = workloads.reduce((sum, w) => sum + w.wantedReplicas, 0);
  const ready = workloads.reduce((sum, w) => sum + w.readyReplicas, 0);
  return (
    <>
      <Headline
        verdict={verdict}
        calm={t(
          workloads.length > 0 ? 'kubernetes.allReady' : 'kubernetes.nothing',
        )}
      />
      <Facts
        facts={[
          workloads.length > 0 &&
            t('kubernetes.instances', { ready, count: wanted }),
          clusters.length > 0 &&
            t('kubernetes.clusters', {
              count: clusters.length,
              clusters: format.list(clusters),
            }),
          ...hosts.slice(0, maximumHosts).map(host => (
            <ToolLink key={host} href={`https://${host}`}>
              {host}
            </ToolLink>
          )),
          ...links.map(link => (
            <ToolLink key={link.url} href={link.url}>
              {t(`kubernetes.link.${link.rel}`)}
            </ToolLink>
          )),
        ]}
      />
      <CardRows label={t('kubernetes.rows')} rows={toRows(view, t)} />
      {unreadable.map(({ cluster, kind }) => (
        <Quiet key={`${cluster}/${kind}`} as="p" size="x-small">
          {t('kubernetes.unreadable', { kinds: kind, cluster })}
        </Quiet>
      ))}
    </>
  );
}

/** What fails first, then what runs. */
function toRows(view: KubernetesView, t: Words['t']): CardRow[] {
  const pods = view.failingPods.map<CardRow>(pod => ({
    key: `pod/${pod.cluster}/${pod.namespace}/${pod.name}`,
    title: pod.name,
    mark: 'attention',
    details: [
      pod.reason,
      pod.restarts > 0
        ? t('kubernetes.restarts', { count: pod.restarts })
        : undefined,
    ],
  }));
  const cronJobs = view.cronJobs
    .filter(job => job.lastRunFailed)
    .map<CardRow>(job => ({
      key: `cronjob/${job.cluster}/${job.namespace}/${job.name}`,
      title: job.name,
      mark: 'attention',
      details: [
        t('kubernetes.cronJobFailed'),
        job.lastSuccessfulAt
          ? t('kubernetes.cronJobLastSuccess', {
              time: <RelativeTime at={job.lastSuccessfulAt} />,
            })
          : t('kubernetes.noSuccess'),
      ],
    }));
  const workloads = view.workloads.map<CardRow>(workload => ({
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
    ],
  }));
  return [...pods, ...cronJobs, ...workloads];
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
