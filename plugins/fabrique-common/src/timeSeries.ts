/**
 * One point of a series.
 *
 * @public
 */
export interface TimeSeriesPoint {
  /** ISO 8601 start of the interval. */
  at: string;
  value: number;
}
