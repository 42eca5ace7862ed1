import { Config } from '@backstage/config';
import { ConflictError, InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  AppNames,
  computeAppNames,
  describeNameProblem,
  namesPresets,
  readNamingRules,
  validateAppName,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { describeFailure } from '../ensure/describeFailure';
import { examples } from './createNamesComputeAction.examples';
import { findTeam, Team } from './findTeam';
import { NameClaim } from './NameClaim';

const id = 'fabrique:names:compute';

/**
 * Creates the action `fabrique:names:compute`.
 *
 * @public
 */
export function createNamesComputeAction(options: {
  config: Config;
  catalog: CatalogService;
  claims: NameClaim[];
}) {
  const { config, catalog, claims } = options;
  return createTemplateAction({
    id,
    description:
      'Computes every name of an application (hosts, namespaces, databases, storage, secrets) and refuses a name that is invalid, too long, or held by another team. Creates nothing.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .describe(
              'Name of the application: its repository, hosts and databases bear it.',
            ),
        owner: z =>
          z
            .string()
            .describe(
              'Team that owns the application, as an entity reference: group:default/domifa.',
            ),
        preset: z =>
          z
            .enum(namesPresets as ['gen1-azure', 'gen2-ovh'])
            .optional()
            .describe("Naming convention; by default the portal's own."),
      },
      output: {
        names: z =>
          z
            .record(z.any())
            .describe('All names, with those of each environment.'),
      },
    },
    async handler(ctx) {
      const { name, owner, preset } = ctx.input;
      const rules = readNamingRules(config, preset);
      const problems = validateAppName(name, { rules });
      if (problems.length > 0) {
        throw new InputError(
          problems.map(problem => describeNameProblem(name, problem)).join(' '),
        );
      }
      const credentials = await ctx.getInitiatorCredentials();
      const team = await asking('the catalog for the team', () =>
        findTeam(catalog, owner, { credentials }),
      );
      const names = computeAppNames({ name, rules });
      const holders = await Promise.all(
        claims.map(claim => askClaim(claim, names, team, ctx.signal)),
      );
      const sentences = holders.filter(sentence => sentence !== undefined);
      if (sentences.length > 0) {
        throw new ConflictError(
          `The application '${name}' cannot be created, and nothing was. ${sentences.join(
            ' ',
          )}`,
        );
      }
      ctx.logger.info(
        [
          `The name ${name} is free, or ${team.name}'s own:`,
          ...Object.values(names.environments).map(
            ({ environment, url, database }) =>
              `  ${environment.padEnd(7)}  ${url}  database ${database.name}`,
          ),
        ].join('\n'),
      );
      ctx.output('names', JSON.parse(JSON.stringify(names)));
    },
  });
}

function askClaim(
  claim: NameClaim,
  names: AppNames,
  team: Team,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  return asking(`${claim.system} whether the name is free`, () =>
    claim.findHolder(names, team, { signal }),
  );
}

async function asking<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // The person's own mistake has its sentence.
    if (error instanceof InputError) throw error;
    const { cause, remedy } = describeFailure(error);
    throw new Error(
      `${id} could not ask ${what}: ${cause}. ${remedy} Nothing was created; run the task again then.`,
    );
  }
}
