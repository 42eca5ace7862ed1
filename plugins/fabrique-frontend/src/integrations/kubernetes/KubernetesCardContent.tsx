import { KubernetesView } from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { ToolLink } from '../../card/ToolLink';
import { useWords } from '../../words/useWords';
import { CoreTabLink, useCoreTabPath } from './CoreTabLink';
import { toKubernetesRows } from './toKubernetesRows';
import { Quiet } from '../../card/Quiet';

const maximumHosts = 2;

/** What runs of an application, and what does not run as it should. */
export function KubernetesCardContent(
  props: FabriqueCardContentProps<KubernetesView>,
) {
  const { view, verdict } = props;
  const { t, format } = useWords();
  const coreTabPath = useCoreTabPath();
  const { workloads, clusters, hosts, unreadable, links } = view;
  const wanted = workloads.reduce((sum, w) => sum + w.wantedReplicas, 0);
  const namespaces = [...new Set(workloads.map(w => w.namespace))];
  const ready = workloads.reduce((sum, w) => sum + w.readyReplicas, 0);
  return (
    <>
      <Headline verdict={verdict} calm={t(toCalmKey(props))} />
      <Facts
        facts={[
          workloads.length > 0 &&
            t('kubernetes.instances', { ready, count: wanted }),
          clusters.length > 0 &&
            t('kubernetes.clusters', {
              count: clusters.length,
              clusters: format.list(clusters),
            }),
          namespaces.length > 0 &&
            t('kubernetes.namespaces', {
              count: namespaces.length,
              namespaces: format.list(namespaces),
            }),
          ...hosts.slice(0, maximumHosts).map(host => (
            <ToolLink key={host} href={`https://${host}`}>
              {host}
            </ToolLink>
          )),
          hosts.length > maximumHosts &&
            t('kubernetes.moreHosts', { count: hosts.length - maximumHosts }),
        ]}
      />
      <Facts
        facts={[
          coreTabPath && <CoreTabLink key="tab" path={coreTabPath} />,
          ...links.map(link => (
            <ToolLink key={link.url} href={link.url}>
              {t(`kubernetes.link.${link.rel}`)}
              {namespaces.length > 1 && ` (${link.namespace})`}
            </ToolLink>
          )),
        ]}
      />
      <CardRows label={t('kubernetes.rows')} rows={toKubernetesRows(view, t)} />
      {unreadable.map(({ cluster, kind }) => (
        <Quiet key={`${cluster}/${kind}`} as="p" size="x-small">
          {t('kubernetes.unreadable', { kinds: kind, cluster })}
        </Quiet>
      ))}
    </>
  );
}

function toCalmKey({ view, branch }: FabriqueCardContentProps<KubernetesView>) {
  if (view.workloads.length > 0) return 'kubernetes.allReady';
  return branch ? 'kubernetes.nothingOfBranch' : 'kubernetes.nothing';
}
