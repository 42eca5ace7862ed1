import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  azurePostgresAnnotation,
  azurePostgresDatabaseAnnotation,
  EnvironmentNames,
  readNamingRules,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  AzurePostgresAccess,
  EntraAdministrator,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { toLinks } from '../../azure/toLinks';
import {
  AnyEnsuredResource,
  defineEnsureAction,
  EnsureKernel,
} from '../../ensure';
import { computeNames, environmentIds } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import {
  requireSink,
  secretOutput,
  SecretSinks,
  sinkInput,
  toSecretReference,
} from '../../sinks/SecretSink';
import {
  createAllowedExtensionsResource,
  createDatabaseResource,
  makeCredentials,
  secretKeys,
} from './createPostgresResources';
import { examples } from './createAzurePostgresEnsureAction.examples';
import { createEntraAdministratorResource } from './createServerAccessResources';
import { entraInput } from './entraInput';
import { PostgresServers } from './PostgresServers';

const id = 'fabrique:azure:postgres:ensure';

/**
 * Creates the action `fabrique:azure:postgres:ensure`.
 *
 * @public
 */
export function createAzurePostgresEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  servers: PostgresServers | undefined;
  access: AzurePostgresAccess | undefined;
  sinks: SecretSinks;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Makes sure of the application's Postgres databases on the portal's Azure servers: a database, a role, grants in that database alone, and extensions, which the server is told to allow, for each environment. The password goes into a sealed secret and nowhere else; a repository that has the sealed secret keeps its password.",
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        environments: z =>
          z
            .array(z.enum(environmentIds))
            .min(1)
            .describe('Environments that get a database.'),
        extensions: z =>
          z
            .array(z.string().regex(/^[a-z][a-z0-9_-]*$/))
            .optional()
            .describe('Extensions of Postgres: pgcrypto, postgis, unaccent…'),
        server: z =>
          z
            .enum(['shared', 'dedicated'])
            .optional()
            .describe(
              "Whether the databases live on the portal's servers, which applications share, or on the application's own, made by `fabrique:azure:postgres-server:ensure`. By default as the portal is configured.",
            ),
        entraAdministrator: entraInput,
        sink: sinkInput,
      },
      output: {
        databases: z =>
          z
            .array(
              z.object({
                environment: z
                  .enum(environmentIds)
                  .describe('Environment of the application.'),
                server: z.string().describe('Name of the server.'),
                database: z.string().describe('Name of the database.'),
                user: z
                  .string()
                  .describe('Role that the application logs in with.'),
                secret: secretOutput(z),
              }),
            )
            .describe('The databases, and where their credentials went.'),
        annotations: z =>
          z
            .record(z.string())
            .describe(
              'Annotations that link the application to its databases, for `fabrique:catalog:annotate`.',
            ),
      },
    },
    prepare(input, ctx) {
      const { name, extensions = [], entraAdministrator } = input;
      const servers = requireConfigured(options.servers, id, 'Azure', 'azure');
      const access = requireConfigured(options.access, id, 'Azure', 'azure');
      const sink = requireSink(options.sinks, id, input.sink);
      const names = computeNames(options.config, name, {
        databaseServer: input.server,
      });
      const owner = { app: names.repository, task: ctx.task.id };
      requireOwnServer(
        input.environments.map(item => names.environments[item]),
        options.config,
        entraAdministrator,
      );
      const wanted = [...new Set(input.environments)].map(environment => {
        const environmentNames = names.environments[environment];
        return {
          environment,
          names: environmentNames,
          database: createDatabaseResource({
            servers,
            names: environmentNames,
            owner,
            extensions,
          }),
          secret: sink.createResource({
            workspacePath: ctx.workspacePath,
            names,
            environment,
            secretName: environmentNames.database.secretName,
            keys: secretKeys,
            makeValues: call =>
              makeCredentials(servers, environmentNames.database, call),
          }),
        };
      });
      const serverNames = new Set(
        wanted.map(({ names: { database } }) => database.server),
      );
      const allowed = new Map(
        [...(extensions.length > 0 ? serverNames : [])].map(server => [
          server,
          createAllowedExtensionsResource(servers, server, extensions),
        ]),
      );
      // Azure does one thing at a time with a server.
      const administrators = [...(entraAdministrator ? serverNames : [])].map(
        server => ({
          ...createEntraAdministratorResource(
            access,
            server,
            entraAdministrator!,
          ),
          after: toKeys(allowed.get(server)),
        }),
      );
      return {
        application: names.repository,
        // A database waits for its own server only, a secret for its own database.
        resources: [
          ...[...allowed.values()].map(one => ({ ...one, after: [] })),
          ...administrators,
          ...wanted.flatMap(({ names: { database: at }, database, secret }) => [
            { ...database, after: toKeys(allowed.get(at.server)) },
            { ...secret, after: [database.key] },
          ]),
        ],
        toOutputs: references => ({
          annotations: toLinks(wanted, ({ names: { database } }) => [
            [azurePostgresAnnotation, database.server],
            [azurePostgresDatabaseAnnotation, database.name],
          ]),
          databases: wanted.map(
            ({ environment, names: { database }, secret }) => ({
              environment,
              server: database.server,
              database: database.name,
              user: database.user,
              secret: toSecretReference(references, secret),
            }),
          ),
        }),
      };
    },
  });
}

/** @throws InputError, if somebody would administer a server that others share. */
function requireOwnServer(
  environments: EnvironmentNames[],
  config: Config,
  administrator: EntraAdministrator | undefined,
): void {
  const { sharedServers } = readNamingRules(config);
  const shared = environments.find(({ database }) =>
    Object.values(sharedServers).includes(database.server),
  );
  if (!administrator || !shared) return;
  throw new InputError(
    `${administrator.name} cannot administer ${shared.database.server}, which applications share. Ask for \`server: dedicated\`, or leave entraAdministrator out`,
  );
}

function toKeys(resource: AnyEnsuredResource | undefined): string[] {
  return resource ? [resource.key] : [];
}
