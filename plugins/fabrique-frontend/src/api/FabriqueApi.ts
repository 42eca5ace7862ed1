import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  Approval,
  EntityOverview,
  Environment,
  FleetPage,
  FleetQuery,
  TransverseServicesAnswer,
  GitlabMirrorRun,
  ListedResource,
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
 * A request for approval, as the reader sees it.
 *
 * @public
 */
export interface ListedApproval extends Approval {
  /** The reader may approve or refuse it. */
  mayDecide: boolean;
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
   * Reads one page of the fleet: how every service of every component was when it was last asked.
   *
   * @throws ResponseError when the portal itself refuses or fails.
   */
  getFleet(
    query: FleetQuery,
    options?: { signal?: AbortSignal },
  ): Promise<FleetPage>;

  /**
   * Reads all components that match, as a CSV file.
   *
   * @throws ResponseError when the portal itself refuses or fails.
   */
  getFleetCsv(query: FleetQuery): Promise<Blob>;

  /**
   * Reads the services that the teams share, and whether they answer.
   *
   * @throws ResponseError when the portal itself refuses or fails.
   */
  getTransverseServices(options?: {
    signal?: AbortSignal;
  }): Promise<TransverseServicesAnswer>;

  /**
   * Reads the ids of the services that the portal is connected to.
   *
   * @throws ResponseError when the portal itself refuses or fails.
   */
  getConnectedServices(options?: { signal?: AbortSignal }): Promise<string[]>;

  /**
   * Has the GitLab mirror of an entity copy its source now, and waits for the end, about 20 s at most.
   *
   * @throws ResponseError when the portal itself refuses or fails; GitLab's failure is data.
   */
  runGitlabMirror(entityRef: string): Promise<GitlabMirrorRun>;

  /**
   * Asks whether an application name is free, for the group `owner`.
   *
   * @throws ResponseError when the portal itself refuses or fails.
   */
  getNameAvailability(
    name: string,
    options?: { owner?: string; signal?: AbortSignal },
  ): Promise<NameAvailability>;

  /**
   * Reads what the actions made for an entity, removed things too.
   *
   * @throws ResponseError when the portal itself refuses or fails.
   */
  getResources(
    entityRef: string,
    options?: { signal?: AbortSignal },
  ): Promise<{ application: string; entries: ListedResource[] }>;

  /**
   * Reads the plans that the reader asked for or may decide, the newest first.
   *
   * @throws ResponseError when the portal itself refuses or fails.
   */
  listApprovals(options?: { signal?: AbortSignal }): Promise<ListedApproval[]>;

  /**
   * Approves or refuses a plan.
   *
   * @throws ResponseError when the reader may not, or somebody decided already.
   */
  decideApproval(
    id: string,
    decision: { state: 'approved' } | { state: 'refused'; reason: string },
  ): Promise<void>;
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
