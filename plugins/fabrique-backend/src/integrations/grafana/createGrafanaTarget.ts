import { Entity } from '@backstage/catalog-model';
import {
  computeAppNames,
  Environment,
  environments,
  grafanaAlertSelectorAnnotation,
  grafanaOverviewDashboardAnnotation,
  kubernetesNamespaceAnnotation,
  NamingRules,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  readLinkAnnotation,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** What Grafana is asked of a component: the same in all environments, unless their annotations differ. */
export type GrafanaTarget = {
  selector: string;
  alertSelector?: string;
  overviewUrl?: string;
  name: string;
  /** By environment, as far as they are known. */
  namespaces: Partial<Record<Environment, string>>;
  /** Found by the name of the application: where Grafana has nothing of it, it is not linked. */
  isDerived?: true;
};

/**
 * Reads what an entity says of Grafana beside its dashboards.
 *
 * @throws UpstreamError of kind `misconfigured-link`
 */
export function createGrafanaTarget(
  entity: Entity,
  environment: Environment,
  options: { selector: string; baseUrl: string; rules: NamingRules },
): GrafanaTarget {
  const { selector, baseUrl, rules } = options;
  const { name } = entity.metadata;
  const alertSelector = readLinkAnnotation(
    entity,
    grafanaAlertSelectorAnnotation,
    environment,
  );
  const overviewUrl = readLinkAnnotation(
    entity,
    grafanaOverviewDashboardAnnotation,
    environment,
  );
  if (overviewUrl && !overviewUrl.startsWith(`${baseUrl}/`)) {
    throw new UpstreamError(
      `Annotation ${grafanaOverviewDashboardAnnotation.name} is no address of ${baseUrl}`,
      { kind: 'misconfigured-link' },
    );
  }
  const names = computeAppNames({ name, rules });
  const namespaces = environments.flatMap(each => {
    const namespace =
      readLinkAnnotation(entity, kubernetesNamespaceAnnotation, each) ??
      names.environments[each].namespace;
    return namespace ? [[each, namespace]] : [];
  });
  return {
    selector,
    ...(alertSelector && { alertSelector }),
    ...(overviewUrl && { overviewUrl }),
    name,
    namespaces: Object.fromEntries(namespaces),
  };
}
