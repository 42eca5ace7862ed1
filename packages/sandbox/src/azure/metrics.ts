import { Request } from 'express';
import { ArmError } from './ArmError';
import { identity } from './identity';

const minuteMs = 60_000;
const grains: Record<string, number> = {
  PT1M: minuteMs,
  PT5M: 5 * minuteMs,
  PT15M: 15 * minuteMs,
  PT30M: 30 * minuteMs,
  PT1H: 60 * minuteMs,
  PT6H: 360 * minuteMs,
  PT12H: 720 * minuteMs,
  P1D: 1440 * minuteMs,
};
const aggregations = ['Average', 'Maximum', 'Minimum', 'Total', 'Count'];

/** A time from `start` on, `lengthMs` long. */
export interface MetricInterval {
  start: number;
  lengthMs: number;
}

/** A metric of a resource. */
export interface Metric {
  name: string;
  title: string;
  unit: 'Bytes' | 'Count' | 'Percent';
  /** Finest interval in minutes; 1 by default. */
  finestMinutes?: number;
  /** Its series can be told apart by this. */
  dimension?: string;
  /** One for each value of the dimension; one alone where there is none. */
  series: {
    dimension?: string;
    /** Undefined where nothing was measured. */
    read(interval: MetricInterval): number | undefined;
  }[];
}

/**
 * Answers `Microsoft.Insights/metrics` of a resource.
 *
 * @see https://learn.microsoft.com/rest/api/monitor/metrics/list
 */
export function answerMetrics(
  req: Request,
  metrics: Metric[],
  options: { namespace: string; now: Date },
): object {
  const {
    interval = 'PT1M',
    $filter,
    top = '10',
  } = req.query as Record<string, string | undefined>;
  const names = String(req.query.metricnames ?? metrics[0].name).split(',');
  const chosen = names.map(name =>
    findMetric(metrics, name, options.namespace),
  );
  const lengthMs = findGrain(interval, chosen);
  const { start, end } = readTimespan(req, options.now);
  const dimension = /^\s*(\w+) eq '\*'\s*$/.exec($filter ?? '')?.[1];
  const aggregation = readAggregation(req);
  const intervals: MetricInterval[] = [];
  const first = Math.floor(start / lengthMs) * lengthMs;
  for (let at = first; at < end; at += lengthMs)
    intervals.push({ start: at, lengthMs });

  return {
    cost: (end - start) / minuteMs,
    timespan: `${new Date(start).toISOString()}/${new Date(end).toISOString()}`,
    interval,
    namespace: options.namespace,
    resourceregion: identity.location,
    value: chosen.map(metric => ({
      id: `${req.path}/${metric.name}`,
      type: 'Microsoft.Insights/metrics',
      name: { value: metric.name, localizedValue: metric.title },
      displayDescription: metric.title,
      unit: metric.unit,
      errorCode: 'Success',
      timeseries: toSeries(metric, dimension, intervals)
        .slice(0, dimension ? Number(top) : undefined)
        .map(({ name, values }) => ({
          metadatavalues: name
            ? [
                {
                  name: {
                    value: dimension?.toLowerCase(),
                    localizedValue: dimension?.toLowerCase(),
                  },
                  value: name,
                },
              ]
            : [],
          data: values.map((value, index) => ({
            timeStamp: new Date(intervals[index].start).toISOString(),
            ...(value !== undefined && { [aggregation]: value }),
          })),
        })),
    })),
  };
}

/** Without a filter the series of a dimension are one: their sum. */
function toSeries(
  metric: Metric,
  dimension: string | undefined,
  intervals: MetricInterval[],
): { name?: string; values: (number | undefined)[] }[] {
  if (metric.series.length === 0) return [];
  const read = metric.series.map(series => ({
    name: series.dimension,
    values: intervals.map(interval => series.read(interval)),
  }));
  if (dimension && dimension === metric.dimension) return read;
  return [
    {
      values: intervals.map((_, index) => {
        const measured = read.flatMap(({ values }) => values[index] ?? []);
        return measured.length > 0
          ? measured.reduce((sum, value) => sum + value, 0)
          : undefined;
      }),
    },
  ];
}

function findMetric(metrics: Metric[], name: string, namespace: string) {
  const metric = metrics.find(
    candidate => candidate.name.toLowerCase() === name.toLowerCase(),
  );
  if (metric) return metric;
  const valid = metrics.map(candidate => candidate.name).join(',');
  throw new ArmError(
    400,
    'BadRequest',
    `Failed to find metric configuration for provider: ${namespace}, metric: ${name}, Valid metrics: ${valid}`,
  );
}

function findGrain(interval: string, metrics: Metric[]): number {
  const lengthMs = grains[interval];
  const isFineEnough = metrics.every(
    ({ finestMinutes = 1 }) => lengthMs >= finestMinutes * minuteMs,
  );
  if (lengthMs && isFineEnough) return lengthMs;
  throw new ArmError(
    400,
    'BadRequest',
    `Detected invalid time grain input. Value: ${interval} is not supported for these metrics.`,
  );
}

function readTimespan(req: Request, now: Date): { start: number; end: number } {
  const { timespan } = req.query;
  const [start, end] =
    typeof timespan === 'string'
      ? timespan.split('/').map(Date.parse)
      : [now.getTime() - 60 * minuteMs, now.getTime()];
  if (!(start < end))
    throw new ArmError(
      400,
      'BadRequest',
      `Detected invalid timespan input: ${timespan}`,
    );
  return { start, end };
}

function readAggregation(req: Request): string {
  const asked = String(req.query.aggregation ?? 'Average');
  const known = aggregations.find(
    name => name.toLowerCase() === asked.toLowerCase(),
  );
  if (!known)
    throw new ArmError(
      400,
      'BadRequest',
      `Detected invalid aggregation type input: ${asked}`,
    );
  return known.toLowerCase();
}
