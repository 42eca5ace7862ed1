import { AppNames } from '@socialgouv/backstage-plugin-fabrique-common';
import { Team } from './findTeam';

/**
 * Asks one system whether somebody else holds a name. Each service gives its own.
 *
 * @public
 */
export interface NameClaim {
  /** For messages: `GitHub`. */
  system: string;
  /**
   * @returns undefined when the name is free or the team's own, else a sentence that names the holder
   *   and says what to change.
   */
  findHolder(
    names: AppNames,
    team: Team,
    options: { signal?: AbortSignal },
  ): Promise<string | undefined>;
}
