import { z } from 'zod/v4';
import { looseArray } from '../upstream';
import { AzureConnection } from './AzureConnection';
import { readAzure } from './readAzure';

const hourMs = 3_600_000;

/** Of the values of a dimension; Azure gives ten where it is not told otherwise. */
const maximumSeries = 1_000;

/**
 * What is asked of Azure Monitor.
 *
 * @public
 */
export interface AzureMetricsQuery {
  /** Resource Manager's id of what is measured. */
  resourceId: string;
  /** Names of the metrics, at most 20: `storage_percent`. */
  metrics: readonly string[];
  /** How far back. */
  hours: number;
  /** One point for each of these, as an ISO 8601 duration: `PT1H`. */
  interval: string;
  aggregation: 'Average' | 'Maximum' | 'Total';
  /** Gives a series for each value of this dimension in place of one for all. */
  dimension?: string;
}

/**
 * One series of a metric. Points without a measure are left out; the others are oldest first.
 *
 * @public
 */
export interface AzureMetricSeries {
  metric: string;
  /** Value of the dimension; absent where none was asked for. */
  dimension?: string;
  points: { at: string; value: number }[];
}

const Value = z.number().nullish();
const Metrics = z.object({
  value: looseArray(
    z.object({
      name: z.object({ value: z.string() }),
      timeseries: looseArray(
        z.object({
          metadatavalues: looseArray(z.object({ value: z.string() })).nullish(),
          data: looseArray(
            z.object({
              timeStamp: z.date(),
              average: Value,
              maximum: Value,
              total: Value,
            }),
          ).nullish(),
        }),
      ),
    }),
  ),
});

/**
 * Measures that Azure Monitor keeps of a resource.
 *
 * @see https://learn.microsoft.com/rest/api/monitor/metrics/list
 *
 * @public
 */
export class AzureMetrics {
  readonly #connection: AzureConnection;

  constructor(connection: AzureConnection) {
    this.#connection = connection;
  }

  /**
   * Reads metrics, all with one call. A metric of which Azure has no measure gives no series.
   *
   * @throws UpstreamError; of kind `forbidden` without the role Monitoring Reader or Reader.
   */
  async read(
    query: AzureMetricsQuery,
    options: { signal?: AbortSignal },
  ): Promise<AzureMetricSeries[]> {
    const { metrics, hours, interval, aggregation, dimension } = query;
    const end = Date.now();
    const { value } = await readAzure(
      this.#connection,
      { name: 'read metrics', ...options },
      Metrics,
      abortSignal =>
        this.#connection.monitor.metrics.list(
          // The SDK writes the slash before it.
          query.resourceId.replace(/^\//, ''),
          {
            abortSignal,
            timespan: [end - hours * hourMs, end]
              .map(time => new Date(time).toISOString())
              .join('/'),
            interval,
            metricnames: metrics.join(','),
            aggregation,
            ...(dimension && {
              filter: `${dimension} eq '*'`,
              top: maximumSeries,
            }),
          },
        ),
    );
    const field = (
      { Average: 'average', Maximum: 'maximum', Total: 'total' } as const
    )[aggregation];
    return value.flatMap(({ name, timeseries }) =>
      timeseries.flatMap(({ metadatavalues, data }) => {
        const points = (data ?? []).flatMap(point => {
          const measure = point[field];
          return typeof measure === 'number'
            ? [{ at: point.timeStamp.toISOString(), value: measure }]
            : [];
        });
        if (points.length === 0) return [];
        const series: AzureMetricSeries = { metric: name.value, points };
        return [
          dimension
            ? { ...series, dimension: metadatavalues?.[0]?.value }
            : series,
        ];
      }),
    );
  }
}
