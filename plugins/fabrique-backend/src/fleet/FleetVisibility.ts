import { isDeepStrictEqual } from 'util';
import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  QueryPermissionResponse,
} from '@backstage/plugin-permission-common';
import { fabriqueServiceReadPermission } from '@socialgouv/backstage-plugin-fabrique-common';
import { VisibleRefs } from './FleetReader';

/** How long a set of refs is used again; a component that appears meanwhile is seen after that. */
const keepMs = 60_000;
/** Sets that are kept: readers with the same conditions share one. */
const maximumSets = 50;
const authorizedAtOnce = 200;

/**
 * Tells which components a person may see in the fleet: those that the catalog shows, and whose
 * services the person may see. Conditions are the catalog's to judge, so their refs are asked of it,
 * once for all readers with the same conditions.
 */
export class FleetVisibility {
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;
  readonly #sets = new Map<
    string,
    { refs: Promise<readonly string[]>; startedAt: number }
  >();

  constructor(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
  }) {
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
  }

  /** Resolves the refs that the bearer of the credentials may see. */
  async resolve(credentials: BackstageCredentials): Promise<VisibleRefs> {
    const decisions = await this.#permissions.authorizeConditional(
      [
        { permission: catalogEntityReadPermission },
        { permission: fabriqueServiceReadPermission },
      ],
      { credentials },
    );
    const results = decisions.map(({ result }) => result);
    if (results.includes(AuthorizeResult.DENY)) return [];
    if (!results.includes(AuthorizeResult.CONDITIONAL)) return 'all';
    return this.#share(JSON.stringify(decisions), () =>
      this.#list(decisions, credentials),
    );
  }

  async #share(
    key: string,
    list: () => Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    const now = Date.now();
    for (const [other, { startedAt }] of this.#sets) {
      const isOld = now - startedAt >= keepMs;
      if (isOld || this.#sets.size > maximumSets) this.#sets.delete(other);
    }
    const known = this.#sets.get(key);
    if (known) return known.refs;
    const entry = { refs: list(), startedAt: now };
    this.#sets.set(key, entry);
    entry.refs.catch(() => {
      // The reader gets the failure; here it only makes room for the next try.
      if (this.#sets.get(key) === entry) this.#sets.delete(key);
    });
    return entry.refs;
  }

  async #list(
    [catalog, service]: QueryPermissionResponse[],
    credentials: BackstageCredentials,
  ): Promise<readonly string[]> {
    const refs: string[] = [];
    const pages = this.#catalog.streamEntities(
      {
        filter: { kind: 'Component' },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      },
      { credentials },
    );
    for await (const page of pages) {
      const visible = page.map(entity => stringifyEntityRef(entity));
      const isJudged =
        service.result === AuthorizeResult.ALLOW ||
        isDeepStrictEqual(catalog, service);
      refs.push(
        ...(isJudged ? visible : await this.#filter(visible, credentials)),
      );
    }
    return refs;
  }

  async #filter(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const allowed: string[] = [];
    for (let i = 0; i < refs.length; i += authorizedAtOnce) {
      const asked = refs.slice(i, i + authorizedAtOnce);
      const decisions = await this.#permissions.authorize(
        asked.map(resourceRef => ({
          permission: fabriqueServiceReadPermission,
          resourceRef,
        })),
        { credentials },
      );
      allowed.push(
        ...asked.filter(
          (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
        ),
      );
    }
    return allowed;
  }
}
