import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { environments } from '@socialgouv/backstage-plugin-fabrique-common';
import { SentryProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames } from '../../naming/computeNames';
import { findTeam } from '../../naming/findTeam';
import { requireConfigured } from '../../requireConfigured';
import {
  requireSink,
  secretOutput,
  SecretSinks,
  sinkInput,
  toSecretReference,
} from '../../sinks/SecretSink';
import {
  createProjectResource,
  createTeamResource,
} from './createSentryResources';
import { examples } from './createSentryProjectEnsureAction.examples';

const id = 'fabrique:sentry:project:ensure';

/**
 * Creates the action `fabrique:sentry:project:ensure`.
 *
 * @public
 */
export function createSentryProjectEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  catalog: CatalogService;
  sentry: SentryProvisioner | undefined;
  sinks: SecretSinks;
}) {
  const { config, catalog } = options;
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      'Makes sure of a Sentry project in its team, and seals its DSN for every environment (SENTRY_DSN, NEXT_PUBLIC_SENTRY_DSN in the sealed secret `sentry`).',
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application and project.'),
        owner: z =>
          z
            .string()
            .describe(
              'Team that owns the project, as an entity reference: group:default/domifa.',
            ),
        platform: z =>
          z
            .string()
            .optional()
            .describe(
              "Platform as Sentry names it; by default 'javascript-nextjs'.",
            ),
        sink: sinkInput,
      },
      output: {
        organization: z => z.string().describe('Slug of the organization.'),
        project: z => z.string().describe('Slug of the project.'),
        projectSlug: z =>
          z
            .string()
            .describe('Value of the annotation sentry.io/project-slug.'),
        url: z => z.string().describe('Page of the project.'),
        secret: z => secretOutput(z).describe('Where the DSN went.'),
      },
    },
    async prepare(
      { name, owner, platform = 'javascript-nextjs', sink: sinkId },
      ctx,
    ) {
      const sentry = requireConfigured(options.sentry, id, 'Sentry', 'sentry');
      const sink = requireSink(options.sinks, id, sinkId);
      const team = await findTeam(catalog, owner, {
        credentials: await ctx.getInitiatorCredentials(),
      });
      const names = computeNames(config, name);
      const wish = { sentry, name, team: team.name, platform };
      const project = createProjectResource(wish);
      const secrets = environments.map(environment =>
        sink.createResource({
          workspacePath: ctx.workspacePath,
          names,
          environment,
          secretName: names.environments[environment].sentrySecretName,
          keys: ['SENTRY_DSN', 'NEXT_PUBLIC_SENTRY_DSN'],
          async makeValues(call) {
            const dsn = await sentry.getDsn(name, call);
            return { SENTRY_DSN: dsn, NEXT_PUBLIC_SENTRY_DSN: dsn };
          },
        }),
      );
      return {
        application: names.repository,
        resources: [
          createTeamResource(wish),
          project,
          ...secrets.map(secret => ({ ...secret, after: [project.key] })),
        ],
        toOutputs(references) {
          return {
            organization: sentry.organization,
            project: name,
            projectSlug: `${sentry.organization}/${name}`,
            url: sentry.toProjectUrl(name),
            secret: toSecretReference(references, secrets[0]),
          };
        },
      };
    },
  });
}
