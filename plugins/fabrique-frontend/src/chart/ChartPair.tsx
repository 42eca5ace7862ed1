import { ReactNode } from 'react';
import classes from './TimeSeriesChart.module.css';

/** Two charts of the same thing, such as its day and its fortnight. */
export function ChartPair(props: { children: ReactNode }) {
  return <div className={classes.pair}>{props.children}</div>;
}
