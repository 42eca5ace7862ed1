import {
  MetricsService,
  MetricsServiceObservableResult,
} from '@backstage/backend-plugin-api/alpha';
import { UpstreamCall } from '@socialgouv/backstage-plugin-fabrique-node';

/** What operations watch of the plugin; `docs/metrics.md` says what each tells. */
export interface PortalMetrics {
  /** A call of an upstream has ended. */
  onCall(call: UpstreamCall): void;
  /** A round has ended in which the fleet asked a service. */
  onRefresh(round: { service: string; durationMs: number }): void;
  /** Says how old the oldest answer in the fleet is, for each service, whenever metrics are read. */
  observeFleetAge(
    readOldest: () => Promise<{ service: string; fetchedAt: Date }[]>,
  ): void;
}

/** Makes the metrics. No name of a person or of an entity is among their attributes. */
export function createPortalMetrics(metrics: MetricsService): PortalMetrics {
  const calls = metrics.createCounter('fabrique.upstream.calls', {
    description: 'Calls of the services, by how they ended',
    unit: '{call}',
  });
  const callDuration = metrics.createHistogram(
    'fabrique.upstream.call.duration',
    { description: 'How long calls of the services took', unit: 's' },
  );
  const refreshDuration = metrics.createHistogram(
    'fabrique.fleet.refresh.duration',
    {
      description: 'How long the fleet took for a round of one service',
      unit: 's',
    },
  );
  return {
    onCall({ service, result, durationMs }) {
      calls.add(1, { service, result });
      callDuration.record(durationMs / 1_000, { service });
    },
    onRefresh({ service, durationMs }) {
      refreshDuration.record(durationMs / 1_000, { service });
    },
    observeFleetAge(readOldest) {
      metrics
        .createObservableGauge('fabrique.fleet.answer.age', {
          description: 'Age of the oldest answer in the fleet',
          unit: 's',
        })
        .addCallback(async (result: MetricsServiceObservableResult) => {
          for (const { service, fetchedAt } of await readOldest()) {
            result.observe((Date.now() - fetchedAt.getTime()) / 1_000, {
              service,
            });
          }
        });
    },
  };
}
