import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  EntityOverview,
  Environment,
} from '@socialgouv/backstage-plugin-fabrique-common';

/**
 * Whether a name may be given to a new application.
 *
 * @public
 */
export interface NameAvailability {
  available: boolean;
  /** The entity or thing that holds the name. */
  takenBy?: string;
  /** Where it holds it: `catalog`, `github`, `gitlab`… */
  where?: string;
}

/**
 * What the pages ask of the Fabrique backend.
 *
 * @public
 */
export interface FabriqueApi {
  /**
   * Reads how every service of an entity is doing in one environment, or for one review branch of `dev`.
   *
   * @throws ResponseError when the portal itself refuses or fails; the failures of upstreams are data.
   */
  getOverview(
    entityRef: string,
    environment: Environment,
    options?: { branch?: string; signal?: AbortSignal },
  ): Promise<EntityOverview>;

  /**
   * Asks whether an application name is free, for the group `owner`.
   *
   * @throws ResponseError when the portal itself refuses or fails.
   */
  getNameAvailability(
    name: string,
    options?: { owner?: string; signal?: AbortSignal },
  ): Promise<NameAvailability>;
}

/**
 * Gives the {@link FabriqueApi}.
 *
 * @public
 */
export const fabriqueApiRef = createApiRef<FabriqueApi>().with({
  id: 'plugin.fabrique.client',
  pluginId: 'fabrique',
});
