import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GithubClient,
  isUpstreamError,
  readGithubTeam,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** Whether an application may bear a name. */
export interface NameAvailability {
  available: boolean;
  /** Group that has the name, or the repository. */
  takenBy?: string;
  where?: 'catalog' | 'github';
  /** Systems that could not be asked: there, the name may be taken. */
  unchecked?: 'github'[];
}

/**
 * Says whether a name is free, or already the asking group's own: then a run of a template completes
 * what exists.
 */
export class NameRegister {
  readonly #catalog: CatalogService;
  readonly #github?: { client: GithubClient; organization: string };

  constructor(options: {
    catalog: CatalogService;
    github?: { client: GithubClient; organization: string };
  }) {
    this.#catalog = options.catalog;
    this.#github = options.github;
  }

  /**
   * Looks a name up.
   *
   * @param query - `owner` is the full reference of a group; without it, a name that exists at all is
   *   taken.
   */
  async check(
    query: { name: string; owner?: string },
    credentials: BackstageCredentials,
  ): Promise<NameAvailability> {
    const owner = await this.#findOtherOwner(query, credentials);
    if (owner) return { available: false, takenBy: owner, where: 'catalog' };
    try {
      const repository = await this.#findOthersRepository(query, credentials);
      return repository
        ? { available: false, takenBy: repository, where: 'github' }
        : { available: true };
    } catch (error) {
      if (!isUpstreamError(error)) throw error;
      // The form must not be closed by an outage: the run itself looks again before it creates.
      return { available: true, unchecked: ['github'] };
    }
  }

  async #findOtherOwner(
    { name, owner }: { name: string; owner?: string },
    credentials: BackstageCredentials,
  ): Promise<string | undefined> {
    const { items } = await this.#catalog.getEntities(
      {
        filter: { kind: 'Component', 'metadata.name': name },
        fields: ['metadata', 'relations', 'spec.owner'],
      },
      { credentials },
    );
    return items.map(toOwner).find(known => known !== owner);
  }

  async #findOthersRepository(
    { name, owner }: { name: string; owner?: string },
    credentials: BackstageCredentials,
  ): Promise<string | undefined> {
    if (!this.#github) return undefined;
    const { client, organization } = this.#github;
    const ref = { owner: organization, repo: name };
    if (!(await client.hasRepository(ref, {}))) return undefined;
    const [teams, team] = await Promise.all([
      client.listTeams(ref, {}),
      owner && this.#findTeam(owner, credentials),
    ]);
    const isOwn = team && teams.includes(team);
    return isOwn ? undefined : `${organization}/${name}`;
  }

  /** Slug of a group's team on GitHub, which is the group's name unless its annotation says otherwise. */
  async #findTeam(
    owner: string,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const group = await this.#catalog.getEntityByRef(owner, { credentials });
    return group ? readGithubTeam(group) : parseEntityRef(owner).name;
  }
}

/** What has no owner belongs to somebody nobody knows: it is not free. */
function toOwner({ metadata, relations, spec }: Entity): string {
  const relation = relations?.find(({ type }) => type === RELATION_OWNED_BY);
  if (relation) return relation.targetRef;
  const owner = typeof spec?.owner === 'string' ? spec.owner : 'unknown';
  return stringifyEntityRef(
    parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: metadata.namespace,
    }),
  );
}
