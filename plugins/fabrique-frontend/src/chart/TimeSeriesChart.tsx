import { VisuallyHidden } from '@backstage/ui';
import { TimeSeriesPoint } from '@socialgouv/backstage-plugin-fabrique-common';
import { lazy, Suspense } from 'react';
import { Quiet } from '../card/Quiet';
import { Format } from '../words/createFormat';
import { useWords } from '../words/useWords';
import classes from './TimeSeriesChart.module.css';

// The drawing library weighs more than the rest of the plugin: it comes when the first chart does.
const TimeSeriesPlot = lazy(() =>
  import('./TimeSeriesPlot').then(m => ({ default: m.TimeSeriesPlot })),
);

/** What a chart shows. */
export interface TimeSeriesChartProps {
  /** Says what is drawn, with its range. */
  label: string;
  /** Name of the value: the second column of the table. */
  valueLabel: string;
  points: TimeSeriesPoint[];
  /** What one point stands for. Calendar days are written as midnight UTC. */
  step: 'hour' | 'day';
  /** Names of the points, where they are no points in time. */
  names?: string[];
  /** Bars by default. */
  kind?: 'bars' | 'line';
  /** A second series, point by point, drawn in dashes. */
  comparison?: { valueLabel: string; points: TimeSeriesPoint[] };
  /** Words below: range, total, trend. */
  caption?: string;
}

/**
 * A small plot of a series; screen readers get the same numbers as a table. A series without any event
 * is not drawn: its words say so.
 */
export function TimeSeriesChart(props: TimeSeriesChartProps) {
  const { format } = useWords();
  const { points, step, names, kind = 'bars', comparison, caption } = props;
  const plotted = points.map((point, index) => ({
    label: names?.[index] ?? toLabel(point, step, format),
    value: point.value,
    comparison: comparison?.points[index]?.value,
  }));
  const isFlat = plotted.every(point => point.value === 0 && !point.comparison);
  if (isFlat && !caption) return null;
  return (
    <figure className={classes.figure}>
      {!isFlat && (
        <>
          <div aria-hidden="true" className={classes.plot}>
            <Suspense fallback={null}>
              <TimeSeriesPlot
                kind={kind}
                valueLabel={props.valueLabel}
                comparisonLabel={comparison?.valueLabel}
                points={plotted}
                formatValue={format.number}
              />
            </Suspense>
          </div>
          <NumberTable {...props} rows={plotted} />
        </>
      )}
      {caption && (
        <figcaption className={classes.caption}>
          <Quiet size="x-small">{caption}</Quiet>
        </figcaption>
      )}
    </figure>
  );
}

function NumberTable(
  props: TimeSeriesChartProps & {
    rows: { label: string; value: number; comparison?: number }[];
  },
) {
  const { t, format } = useWords();
  const { label, valueLabel, comparison, points, rows } = props;
  return (
    <VisuallyHidden>
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">
              {props.names ? t('chart.period') : t('chart.time')}
            </th>
            <th scope="col">{valueLabel}</th>
            {comparison && <th scope="col">{comparison.valueLabel}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={points[index].at}>
              <td>{row.label}</td>
              <td>{format.number(row.value)}</td>
              {comparison && (
                <td>
                  {row.comparison === undefined
                    ? t('chart.unknown')
                    : format.number(row.comparison)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}

function toLabel(
  { at }: TimeSeriesPoint,
  step: 'hour' | 'day',
  format: Format,
): string {
  const isCalendarDay = step === 'day' && /T00:00:00(\.0+)?Z$/.test(at);
  return new Intl.DateTimeFormat(format.language, {
    day: 'numeric',
    month: 'short',
    ...(step === 'hour' && { hour: '2-digit', minute: '2-digit' }),
    // Elsewhere, its midnight may be another day's evening.
    ...(isCalendarDay && { timeZone: 'UTC' }),
  }).format(new Date(at));
}
