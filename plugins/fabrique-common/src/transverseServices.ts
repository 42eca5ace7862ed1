import { Failure } from './failure';
import { VerdictLevel, VerdictReason } from './verdict';

/**
 * Words of the configuration: the same for all readers, or by language (`fr`, `en`).
 *
 * @public
 */
export type ConfiguredWords = string | { [language: string]: string };

/**
 * A service that the teams share, such as Matomo or Sentry.
 *
 * @public
 */
export interface TransverseService {
  /** `matomo`; the page has words of its own for the services that it knows. */
  id: string;
  name: string;
  /** What it is for; left out where the page's own words do. */
  description?: ConfiguredWords;
  /** Its own page. */
  url?: string;
  documentationUrl?: string;
  /** How to ask for access; left out where the page's own words do. */
  accessText?: ConfiguredWords;
  /** Whether it answers, as UppTime says; `unknown` where UppTime does not watch it or does not answer. */
  state: 'up' | 'down' | 'unknown';
  /** Verdict on what UppTime says; absent with state `unknown`. */
  level?: VerdictLevel;
  /** Worst first. */
  reasons?: VerdictReason[];
}

/**
 * The answer of `GET /v1/services`, in the order of the configuration.
 *
 * @public
 */
export interface TransverseServicesAnswer {
  services: TransverseService[];
  /** ISO 8601 time at which UppTime gave the states; absent where it never did. */
  fetchedAt?: string;
  /** Why the states are unknown, or could not be renewed. */
  failure?: Failure;
}
