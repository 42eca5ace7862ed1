import { VisuallyHidden } from '@backstage/ui';
import { TimeSeriesPoint } from '@socialgouv/backstage-plugin-fabrique-common';
import { lazy, Suspense } from 'react';
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
  /** What one point stands for. */
  step: 'hour' | 'day';
}

/**
 * A small plot of a series; screen readers get the same numbers as a table. A series without any event
 * is not drawn: the card's words say so.
 */
export function TimeSeriesChart(props: TimeSeriesChartProps) {
  const { t, format } = useWords();
  const { label, valueLabel, points, step } = props;
  if (points.every(({ value }) => value === 0)) return null;
  const labelOf = (point: TimeSeriesPoint) =>
    new Intl.DateTimeFormat(format.language, {
      day: 'numeric',
      month: 'short',
      ...(step === 'hour' && { hour: '2-digit', minute: '2-digit' }),
    }).format(new Date(point.at));
  return (
    <figure className={classes.figure}>
      <div aria-hidden="true" className={classes.plot}>
        <Suspense fallback={null}>
          <TimeSeriesPlot
            valueLabel={valueLabel}
            bars={points.map(point => ({
              label: labelOf(point),
              value: point.value,
            }))}
            formatValue={format.number}
          />
        </Suspense>
      </div>
      <VisuallyHidden>
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('chart.time')}</th>
              <th scope="col">{valueLabel}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(point => (
              <tr key={point.at}>
                <td>{labelOf(point)}</td>
                <td>{format.number(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );
}
