import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SentryProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames } from '../../naming/computeNames';
import { findTeam } from '../../naming/findTeam';
import { requireConfigured } from '../../requireConfigured';
import { createTeamResource } from './createSentryResources';
import { examples } from './createSentryTeamEnsureAction.examples';

const id = 'fabrique:sentry:team:ensure';

/**
 * Creates the action `fabrique:sentry:team:ensure`.
 *
 * @public
 */
export function createSentryTeamEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  catalog: CatalogService;
  sentry: SentryProvisioner | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      'Makes sure of the Sentry team of a group of the catalog. A team that exists is kept with its people and projects.',
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
      },
      output: {
        team: z => z.string().describe('Slug of the team.'),
        url: z => z.string().describe('Page of the team.'),
      },
    },
    async prepare({ name, owner }, ctx) {
      const sentry = requireConfigured(options.sentry, id, 'Sentry', 'sentry');
      const { name: team } = await findTeam(options.catalog, owner, {
        credentials: await ctx.getInitiatorCredentials(),
      });
      return {
        application: computeNames(options.config, name).repository,
        resources: [createTeamResource({ sentry, team })],
        toOutputs: () => ({ team, url: sentry.toTeamUrl(team) }),
      };
    },
  });
}
