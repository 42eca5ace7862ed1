import {
  grafanaAnnotation,
  toGrafanaVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GrafanaClient,
  readGrafanaConfig,
  readLinkAnnotation,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { createProviderFactory } from '../ProviderFactory';
import { toGrafanaView } from './toGrafanaView';

type GrafanaTarget = { selector: string };

/** How Grafana answers for an entity. */
export const grafanaProvider = createProviderFactory<'grafana', GrafanaTarget>(
  ({ config, thresholds, tuning }) => {
    const grafana = readGrafanaConfig(config);
    if (!grafana) return undefined;
    const client = GrafanaClient.create(grafana, tuning);
    return {
      id: 'grafana',
      annotation: grafanaAnnotation,
      scope: 'everywhere',
      freshForMs: 60_000,
      fleetTargetsPerMinute: 60,

      toTarget(entity, environment) {
        const selector = readLinkAnnotation(
          entity,
          grafanaAnnotation,
          environment,
        );
        return selector ? { selector } : undefined;
      },

      describe: ({ selector }) => ({
        title: selector,
        url: `${grafana.baseUrl}/dashboards?tag=${encodeURIComponent(
          selector,
        )}`,
      }),

      async load({ selector }, options) {
        const [{ dashboards, complete }, alerts] = await Promise.all([
          client.listDashboards(selector, options),
          client.listFiringAlerts(selector, options),
        ]);
        return toGrafanaView({
          baseUrl: grafana.baseUrl,
          selector,
          dashboards,
          complete,
          alerts,
        });
      },

      toVerdict: view => toGrafanaVerdict(view, thresholds.grafana),
    };
  },
);
