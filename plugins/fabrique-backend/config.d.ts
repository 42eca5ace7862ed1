import { HumanDuration } from '@backstage/types';

export interface Config {
  fabrique?: {
    /** The fleet: how every service of every component is doing, kept up to date in the background. */
    fleet?: {
      /** Whether services are asked in the background. Defaults to true. */
      enabled?: boolean;
      /** Environments that are looked at. Defaults to `[prod]`. */
      environments?: ('prod' | 'preprod' | 'dev')[];
      /**
       * How old an answer gets before the service is asked again, where its budget allows. Defaults to
       * 10 minutes.
       */
      refreshEvery?: HumanDuration | string;
      /** How often the components of the catalog are read. Defaults to 10 minutes. */
      readCatalogEvery?: HumanDuration | string;
      /**
       * Budget of each service, by its id: how many components, in an environment, it is asked about in
       * a minute at most. Defaults to what the service says of itself, or 20.
       */
      targetsPerMinute?: { [service: string]: number };
    };
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
