import { CatalogService } from '@backstage/plugin-catalog-node';
import { GithubProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import {
  defineEnsureAction,
  EnsuredResource,
  EnsureKernel,
} from '../../ensure';
import { findTeam } from '../../naming/findTeam';
import { requireConfigured } from '../../requireConfigured';
import { Remover } from '../../undo/Remover';
import { examples } from './createGithubTeamEnsureAction.examples';

const id = 'fabrique:github:team:ensure';

/**
 * Creates the action `fabrique:github:team:ensure`.
 *
 * @public
 */
export function createGithubTeamEnsureAction(options: {
  kernel: EnsureKernel;
  catalog: CatalogService;
  github: GithubProvisioner | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      'Makes sure of the GitHub team of a group of the catalog, and of people in it. A team that exists is kept, and so is everybody who is in it; people who are not of the organization yet are invited.',
    examples,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .describe('Name of the application for which the team is made.'),
        owner: z =>
          z
            .string()
            .describe(
              'The team, as an entity reference: group:default/domifa.',
            ),
        members: z =>
          z
            .array(z.string().regex(/^[A-Za-z0-9](-?[A-Za-z0-9]){0,38}$/))
            .optional()
            .describe('GitHub logins of people who are to be in the team.'),
      },
      output: {
        slug: z =>
          z.string().describe('Value of the annotation github.com/team-slug.'),
        url: z => z.string().describe('Page of the team.'),
      },
    },
    async prepare({ name, owner, members = [] }, ctx) {
      const github = requireConfigured(options.github, id, 'GitHub', 'github');
      const { githubTeam: slug, entityRef } = await findTeam(
        options.catalog,
        owner,
        { credentials: await ctx.getInitiatorCredentials() },
      );
      return {
        application: `${github.organization}/${name}`,
        resources: [
          createTeamResource(github, slug, entityRef),
          ...(members.length > 0
            ? [createMembersResource(github, slug, members)]
            : []),
        ],
        toOutputs: () => ({ slug, url: github.teams.toHtmlUrl(slug) }),
      };
    },
  });
}

function createTeamResource(
  github: GithubProvisioner,
  slug: string,
  entityRef: string,
): EnsuredResource<{ exists: boolean }, string> {
  const exists = async (call: { signal?: AbortSignal }) =>
    (await github.teams.get(slug, call)) !== undefined;
  return {
    key: `github/${github.organization}/team/${slug}`,
    title: `GitHub team ${slug}`,
    ledger: { type: 'github-team' },
    read: async call => ({ exists: await exists(call) }),
    plan: found => ({ verb: found.exists ? 'nothing' : 'create' }),
    async apply(_found, call) {
      // Two applications of a new team may be created at once.
      if (!(await exists(call))) {
        await github.teams.create(
          { name: slug, description: `Made for ${entityRef}` },
          call,
        );
      }
      return slug;
    },
    refer: () => slug,
    locate: () => github.teams.toHtmlUrl(slug),
  };
}

function createMembersResource(
  github: GithubProvisioner,
  slug: string,
  members: string[],
): EnsuredResource<{ missing: string[] }, string[]> {
  return {
    key: `github/${github.organization}/team/${slug}/members`,
    title: `people of GitHub team ${slug}`,
    async read(call) {
      const present = await github.teams.listMembers(slug, call);
      const known = present.map(login => login.toLowerCase());
      return {
        missing: members.filter(login => !known.includes(login.toLowerCase())),
      };
    },
    plan: ({ missing }) =>
      missing.length > 0
        ? { verb: 'update', detail: `also ${missing.join(', ')}` }
        : { verb: 'nothing' },
    async apply({ missing }, call) {
      for (const login of missing) {
        await github.teams.addMember(slug, login, call);
      }
      return members;
    },
    refer: () => members,
  };
}

/** Removes a team that has no repository any more; one that others use since stays. */
export function createGithubTeamRemover(github: GithubProvisioner): Remover {
  const nameOf: Remover['nameOf'] = ({ key }) =>
    key.slice(key.lastIndexOf('/') + 1);
  return {
    nameOf,
    async inspect(entry, call) {
      const team = await github.teams.get(nameOf(entry), call);
      return { exists: team !== undefined };
    },
    async remove(entry, call) {
      const slug = nameOf(entry);
      const repositories = await github.teams.listRepositories(slug, call);
      if (repositories.length > 0) return `it has ${repositories.join(', ')}`;
      await github.teams.delete(slug, call);
      return undefined;
    },
  };
}
