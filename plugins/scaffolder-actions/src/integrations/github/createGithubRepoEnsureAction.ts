import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { getRepoSourceDirectory } from '@backstage/plugin-scaffolder-node';
import { GithubProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { requireConfigured } from '../../requireConfigured';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { findTeam } from '../../naming/findTeam';
import {
  createContentResource,
  createProtectionResource,
  createRepositoryResource,
  createTeamAccessResource,
  createTopicsResource,
  GithubRepositoryReference,
} from './createGithubResources';
import { examples } from './createGithubRepoEnsureAction.examples';

const id = 'fabrique:github:repo:ensure';

/**
 * Creates the action `fabrique:github:repo:ensure`.
 *
 * @public
 */
export function createGithubRepoEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  catalog: CatalogService;
  github: GithubProvisioner | undefined;
}) {
  const { config, catalog } = options;
  const author = {
    name:
      config.getOptionalString('scaffolder.defaultAuthor.name') ?? 'Fabrique',
    email:
      config.getOptionalString('scaffolder.defaultAuthor.email') ??
      'fabrique@fabrique.social.gouv.fr',
  };
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Makes sure of a GitHub repository: creates it for its team or completes an empty one, pushes the workspace as its first commit, and sets topics, the team's access and the protection of main. A repository of the team that has commits keeps its content.",
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository.'),
        owner: z =>
          z
            .string()
            .describe(
              'Team that owns the repository, as an entity reference: group:default/domifa.',
            ),
        description: z =>
          z.string().optional().describe('What the application does.'),
        topics: z =>
          z
            .array(z.string())
            .optional()
            .describe('Topics that the repository gets beside those it has.'),
        sourcePath: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder of the workspace that is pushed; by default all of it.',
            ),
      },
      output: {
        repoUrl: z => z.string().describe('Page of the repository.'),
        cloneUrl: z => z.string().describe('Address for git clone.'),
        catalogInfoUrl: z =>
          z.string().describe('catalog-info.yaml on the default branch.'),
        commitSha: z => z.string().describe('Newest commit of main.'),
      },
    },
    async prepare(input, ctx) {
      const github = requireConfigured(options.github, id, 'GitHub', 'github');
      const team = await findTeam(catalog, input.owner, {
        credentials: await ctx.getInitiatorCredentials(),
      });
      const wish = {
        github,
        name: input.name,
        description: input.description ?? '',
        topics: input.topics ?? [],
        team: team.githubTeam,
        directory: getRepoSourceDirectory(ctx.workspacePath, input.sourcePath),
        author,
        logger: ctx.logger,
      };
      const repository = createRepositoryResource(wish);
      const content = createContentResource(wish);
      return {
        application: `${github.organization}/${input.name}`,
        resources: [
          repository,
          createTeamAccessResource(wish),
          content,
          { ...createTopicsResource(wish), after: [content.key] },
          { ...createProtectionResource(wish), after: [content.key] },
        ],
        toOutputs(references) {
          const { repoUrl, cloneUrl } = references(
            repository.key,
          ) as GithubRepositoryReference;
          return {
            repoUrl,
            cloneUrl,
            catalogInfoUrl: `${repoUrl}/blob/main/catalog-info.yaml`,
            commitSha: references(content.key) as string,
          };
        },
      };
    },
  });
}
