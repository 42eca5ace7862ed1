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
    /** How owners are told, by the notifications of Backstage, that a service of theirs turned bad. */
    notifications?: {
      /**
       * Whether they are told. Defaults to true; a portal without the notifications plugin sets it to
       * false.
       */
      enabled?: boolean;
      /** Language in which notifications are written, which all readers share. Defaults to `fr`. */
      language?: 'fr' | 'en';
      /**
       * How long a service must be bad, or well again, before it is told; one that flaps faster is not.
       * Defaults to 5 minutes.
       */
      confirmAfter?: HumanDuration | string;
      /**
       * Of one service of one component in one environment, it is told at most so often that it is bad.
       * Defaults to 1 hour.
       */
      atMostEvery?: HumanDuration | string;
    };
    /** The services that the teams share, in the order of their page. Defaults to none. */
    services?: {
      /** `matomo`; lower-case letters, digits and dashes. */
      id: string;
      name: string;
      /** What it is for, for all readers or by language; the page words the services that it knows. */
      description?: string | { [language: string]: string };
      /** Its own page. */
      url?: string;
      documentationUrl?: string;
      /** How to ask for access, for all readers or by language. Defaults to asking the SRE team. */
      accessText?: string | { [language: string]: string };
      /** Address that UppTime watches for it. Defaults to `url`. */
      upptimeUrl?: string;
    }[];
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
