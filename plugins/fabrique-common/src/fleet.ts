import { Environment } from './environment';
import { FailureKind } from './failure';
import { VerdictLevel, VerdictReason } from './verdict';

/**
 * The level of a whole component: `unknown` when nothing is wrong as far as one knows and something
 * does not answer, `none` when nothing is linked.
 *
 * @public
 */
export type FleetLevel = VerdictLevel | 'unknown' | 'none';

/**
 * All levels, in the order of the fleet page.
 *
 * @public
 */
export const fleetLevels: readonly FleetLevel[] = [
  'problem',
  'attention',
  'unknown',
  'ok',
  'none',
];

/**
 * How one service of a component was doing when the fleet looked last.
 *
 * @public
 */
export interface FleetService {
  state: 'ok' | 'failed' | 'pending' | 'not-linked' | 'not-configured';
  /** With state `ok`. */
  level?: VerdictLevel;
  /** With state `ok`; worst first. */
  reasons?: VerdictReason[];
  /** With state `failed`, or where the last good answer could not be renewed. */
  failureKind?: FailureKind;
  /** ISO 8601. */
  fetchedAt?: string;
}

/**
 * One component of the fleet.
 *
 * @public
 */
export interface FleetRow {
  entityRef: string;
  title: string;
  /** Ref of the owner: `group:default/domifa`. */
  owner?: string;
  /** Ref of the system: `system:default/domifa`. */
  system?: string;
  lifecycle?: string;
  level: FleetLevel;
  /** By id of the service. */
  services: Record<string, FleetService>;
}

/**
 * What the fleet page asks. Lists are alternatives; several fields must all match.
 *
 * @public
 */
export interface FleetQuery {
  environment: Environment;
  /** Refs of owners. */
  owners?: string[];
  /** Refs of systems. */
  systems?: string[];
  levels?: FleetLevel[];
  /** Only components in which one of these services gives a reason or fails. */
  services?: string[];
  /** Part of the name or title. */
  text?: string;
  /** `level` (worst first, the default), `title`, `owner`, `system`, or the id of a service. */
  sort?: string;
  descending?: boolean;
  offset?: number;
  /** 200 at most. */
  limit?: number;
}

/**
 * Writes a query as `GET /v1/fleet` and `GET /v1/fleet.csv` take it: every field under its own name,
 * a list as a parameter that is repeated.
 *
 * @public
 */
export function toFleetParameters(query: FleetQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value].flat()) {
      if (item !== undefined && item !== '') {
        parameters.append(name, String(item));
      }
    }
  }
  return parameters;
}

/**
 * The answer of `GET /v1/fleet`.
 *
 * @public
 */
export interface FleetPage {
  rows: FleetRow[];
  /** Of the components that match. */
  total: number;
  /** Of the components that match all but `levels`. */
  levelCounts: Record<FleetLevel, number>;
  /** Refs of all owners and systems that the reader may see, for the filters. */
  owners: string[];
  systems: string[];
  /** Environments that the fleet looks at; there are no rows of others. */
  environments: Environment[];
  /** ISO 8601 time of the oldest answer among the rows; absent before the first round. */
  oldestAnswerAt?: string;
}
