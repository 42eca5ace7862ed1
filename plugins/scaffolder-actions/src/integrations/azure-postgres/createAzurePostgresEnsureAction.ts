import { Config } from '@backstage/config';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
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
  sinks: SecretSinks;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Makes sure of the application's Postgres databases on the portal's Azure servers: a database, a role, grants and extensions for each environment. The password goes into a sealed secret and nowhere else; a repository that has the sealed secret keeps its password.",
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
        sink: sinkInput,
      },
      output: {
        databases: z =>
          z
            .array(
              z.object({
                environment: z.enum(environmentIds),
                server: z.string(),
                database: z.string(),
                user: z.string(),
                secret: secretOutput(z),
              }),
            )
            .describe('The databases, and where their credentials went.'),
      },
    },
    prepare({ name, environments, extensions = [], sink: sinkId }, ctx) {
      const servers = requireConfigured(options.servers, id, 'Azure', 'azure');
      const sink = requireSink(options.sinks, id, sinkId);
      const names = computeNames(options.config, name);
      const owner = { app: names.repository, task: ctx.task.id };
      const wanted = [...new Set(environments)].map(environment => {
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
      return {
        application: names.repository,
        // A database waits for its own server only, a secret for its own database.
        resources: [
          ...[...allowed.values()].map(one => ({ ...one, after: [] })),
          ...wanted.flatMap(({ names: { database: at }, database, secret }) => [
            {
              ...database,
              after: [allowed.get(at.server)].flatMap(one => one?.key ?? []),
            },
            { ...secret, after: [database.key] },
          ]),
        ],
        toOutputs: references => ({
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
