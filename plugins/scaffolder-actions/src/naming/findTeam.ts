import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { readGithubTeam } from '@socialgouv/backstage-plugin-fabrique-node';

/**
 * The team that owns an application.
 *
 * @public
 */
export interface Team {
  /** `group:default/domifa` */
  entityRef: string;
  /** Slug of the team in Sentry. */
  name: string;
  /** Slug of the team in GitHub. */
  githubTeam: string;
}

/**
 * Looks the owner of an application up in the catalog. The annotation `github.com/team-slug` says its
 * GitHub team where that is called otherwise.
 *
 * @throws InputError if there is no such group.
 *
 * @public
 */
export async function findTeam(
  catalog: CatalogService,
  owner: string,
  options: { credentials: BackstageCredentials },
): Promise<Team> {
  const ref = parseEntityRef(owner, {
    defaultKind: 'group',
    defaultNamespace: 'default',
  });
  const entityRef = stringifyEntityRef(ref);
  const entity =
    ref.kind.toLowerCase() === 'group'
      ? await catalog.getEntityByRef(entityRef, options)
      : undefined;
  if (!entity) {
    throw new InputError(
      `The team '${owner}' is not a group of the catalog. Choose an existing team, or ask the SRE team to add it.`,
    );
  }
  return {
    entityRef,
    name: entity.metadata.name,
    githubTeam: readGithubTeam(entity),
  };
}
