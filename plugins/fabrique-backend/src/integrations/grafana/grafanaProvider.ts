import {
  Environment,
  environments,
  grafanaAnnotation,
  readNamingRules,
  toGrafanaVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GrafanaClient,
  readGrafanaConfig,
  readLinkAnnotation,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';
import {
  computeEntityNames,
  readEntityNamingRules,
} from '../../names/computeEntityNames';
import { createProviderFactory } from '../ProviderFactory';
import { createGrafanaTarget, GrafanaTarget } from './createGrafanaTarget';
import { parseAlertSelector, parseDashboardSelector } from './parseSelectors';
import { GrafanaAnswer, toGrafanaView } from './toGrafanaView';

/** What is kept of a component: the answer, and where its environments are. */
type KeptAnswer = GrafanaAnswer & Pick<GrafanaTarget, 'name' | 'namespaces'>;

/** How Grafana answers for an entity. */
export const grafanaProvider = createProviderFactory<'grafana', GrafanaTarget>(
  ({ config, thresholds, tuning }) => {
    const grafana = readGrafanaConfig(config);
    if (!grafana) return undefined;
    const { baseUrl } = grafana;
    const client = GrafanaClient.create(grafana, tuning);
    const { clusters: usualClusters } = readNamingRules(config);
    const clusterOf = (environment: Environment) =>
      grafana.clusters[environment] ?? usualClusters[environment];
    const clusters = environments.map(clusterOf);
    return {
      id: 'grafana',
      annotation: grafanaAnnotation,
      freshForMs: 60_000,

      toTarget(entity, environment) {
        const selector = readLinkAnnotation(
          entity,
          grafanaAnnotation,
          environment,
        );
        if (!selector) return undefined;
        const rules = readEntityNamingRules(entity, config);
        const options = { selector, baseUrl, rules };
        return createGrafanaTarget(entity, environment, options);
      },

      deriveTarget(entity, environment) {
        const names = computeEntityNames(entity, config);
        if (!names) return undefined;
        const rules = readEntityNamingRules(entity, config);
        const options = { selector: names.name, baseUrl, rules };
        const target = createGrafanaTarget(entity, environment, options);
        return { ...target, isDerived: true };
      },

      describe: ({ selector }) => ({
        title: selector,
        url: `${baseUrl}/dashboards?${parseDashboardSelector(selector)
          .flat()
          .map(tag => `tag=${encodeURIComponent(tag)}`)
          .join('&')}`,
      }),

      async load(target, options): Promise<KeptAnswer> {
        const { selector, overviewUrl, name, namespaces } = target;
        const labels = toAlertLabels(target);
        const [lists, alerts] = await Promise.all([
          Promise.all(
            parseDashboardSelector(selector).map(tags =>
              client.listDashboards(tags, options),
            ),
          ),
          labels ? client.listFiringAlerts(labels, options) : [],
        ]);
        const byUid = new Map(
          lists.flatMap(list => list.dashboards.map(each => [each.uid, each])),
        );
        if (target.isDerived && byUid.size + alerts.length === 0) {
          throw new UpstreamError(`Grafana has nothing of ${selector}`, {
            kind: 'not-found',
          });
        }
        return {
          selector,
          overviewUrl,
          dashboards: [...byUid.values()],
          complete: lists.every(list => list.complete),
          alerts,
          name,
          namespaces,
        };
      },

      toView: (answer: KeptAnswer, environment) =>
        toGrafanaView(answer, {
          config: grafana,
          place: {
            environment,
            cluster: clusterOf(environment),
            namespace: answer.namespaces[environment],
            name: answer.name,
          },
          clusters,
        }),

      toVerdict: view => toGrafanaVerdict(view, thresholds.grafana),
    };
  },
);

/** Alerts are known by labels only: without a selector of their own, by the one tag. */
function toAlertLabels({
  alertSelector,
  selector,
}: GrafanaTarget): Record<string, string> | undefined {
  if (alertSelector) return parseAlertSelector(alertSelector);
  const [tags, ...others] = parseDashboardSelector(selector);
  const isOneTag = tags.length === 1 && others.length === 0;
  return isOneTag ? { component: tags[0] } : undefined;
}
