export interface Config {
  fabrique?: {
    /**
     * Limits of the verdicts, by service and name; what is left out keeps its default. The names and
     * defaults are those of `Thresholds` in the common package, for example
     * `sentry.peakMinimumEvents: 50`.
     */
    thresholds?: {
      [service: string]: { [name: string]: number | string[] };
    };
  };
}
