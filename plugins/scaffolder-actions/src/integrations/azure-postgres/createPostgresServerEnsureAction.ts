import { Config } from '@backstage/config';
import {
  AzureKeyVault,
  AzurePostgresAccess,
  AzurePostgresProvisioning,
  generatePassword,
  PostgresFirewallRule,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames, environmentIds } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import { createKeyVaultSecretResource } from '../../sinks/createKeyVaultSink';
import { secretOutput, toSecretReference } from '../../sinks/SecretSink';
import { toStage } from '../../azure/toStage';
import { examples } from './createPostgresServerEnsureAction.examples';
import {
  createEntraAdministratorResource,
  createFirewallResource,
} from './createServerAccessResources';
import { createServerResources } from './createServerResources';
import { entraInput } from './entraInput';
import { readAdmin, toAdminSecretName, writeAdmin } from './serverAdmin';
import {
  defaultVersion,
  serverSizeIds,
  serverSizes,
  storageSizesGb,
} from './serverSizes';

const id = 'fabrique:azure:postgres-server:ensure';

/** What speaks to servers, and keeps who administers them. */
export interface PostgresServerClients {
  provisioning: AzurePostgresProvisioning;
  access: AzurePostgresAccess;
  vault: AzureKeyVault | undefined;
}

/**
 * Creates the action `fabrique:azure:postgres-server:ensure`.
 *
 * @public
 */
export function createPostgresServerEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  clients: PostgresServerClients | undefined;
  /** Of servers for which none are asked. */
  firewallRules: PostgresFirewallRule[];
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Makes sure of an application's own Postgres flexible servers on Azure: one for development and preproduction, one for production. Azure takes 5 to 10 minutes for each; meanwhile the task rests, holds no worker, and goes on by itself. The administrator's password is made for the portal, and kept in its vault alone. `fabrique:azure:postgres:ensure` with `server: dedicated` then makes databases there.",
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        environments: z =>
          z
            .array(z.enum(environmentIds))
            .min(1)
            .describe(
              'Environments that get a server. Development and preproduction share one.',
            ),
        size: z =>
          z
            .enum(serverSizeIds)
            .optional()
            .describe(
              '`small` (by default; 1 core, 2 GB, for tests and small sites), `medium` (2 cores, 8 GB) or `large` (4 cores, 16 GB). A server that exists keeps its size.',
            ),
        storageGb: z =>
          z
            .number()
            .refine(value => storageSizesGb.some(size => size === value), {
              message: `one of ${storageSizesGb.join(', ')}`,
            })
            .optional()
            .describe(
              `Storage in GB: ${storageSizesGb.join(
                ', ',
              )}. By default 32. It can grow later, and never shrink.`,
            ),
        version: z =>
          z
            .string()
            .regex(/^\d{2}$/)
            .optional()
            .describe(
              `Major version of Postgres: \`${defaultVersion}\` by default.`,
            ),
        backupDays: z =>
          z
            .number()
            .int()
            .min(7)
            .max(35)
            .optional()
            .describe(
              'Days back to which the server can be restored, 7 to 35. By default 7, and 35 in production.',
            ),
        firewallRules: z =>
          z
            .array(
              z.object({
                name: z
                  .string()
                  .regex(/^[a-zA-Z0-9_-]{1,80}$/)
                  .describe('What the rule is called in Azure.'),
                startIpAddress: z
                  .string()
                  .ip({ version: 'v4' })
                  .describe('First address that gets in.'),
                endIpAddress: z
                  .string()
                  .ip({ version: 'v4' })
                  .describe('Last address that gets in.'),
              }),
            )
            .optional()
            .describe(
              'Addresses from which the server is reached. By default those of `fabrique.azure.postgres.firewallRules`. The portal must be among them in order to make databases.',
            ),
        entraAdministrator: entraInput,
      },
      output: {
        servers: z =>
          z
            .array(
              z.object({
                server: z.string().describe('Name of the server.'),
                id: z.string().describe('Its resource id in Azure.'),
                administrator: secretOutput(z),
              }),
            )
            .describe('The servers, and where their administrators are kept.'),
      },
    },
    prepare(input, ctx) {
      const { name, size = 'small', entraAdministrator } = input;
      const { provisioning, access, vault } = requireConfigured(
        options.clients,
        id,
        'Azure',
        'azure',
      );
      const keptIn = requireConfigured(
        vault,
        id,
        'a vault of Azure',
        'azure.keyVault',
      );
      const names = computeNames(options.config, name, {
        databaseServer: 'dedicated',
      });
      const owner = { app: names.repository, task: ctx.task.id };
      const stages = [...new Set(input.environments.map(toStage))];
      const wanted = stages.map(stage => {
        const { server } = names.environments[stage].database;
        const secretName = toAdminSecretName(server);
        const admin = createKeyVaultSecretResource({
          vault: keptIn,
          name: secretName,
          keys: ['PGUSER', 'PGPASSWORD'],
          owner,
          contentType: 'application/json',
          makeValue: () => writeAdmin(server, generatePassword()),
        });
        const [request, ready] = createServerResources({
          provisioning,
          server,
          owner,
          size: {
            ...serverSizes[size],
            storageGb: input.storageGb ?? 32,
            version: input.version ?? defaultVersion,
            backupDays: input.backupDays ?? (stage === 'prod' ? 35 : 7),
          },
          hasEntra: entraAdministrator !== undefined,
          readAdmin: call => readAdmin(keptIn, server, call),
        });
        const others = [
          ...(input.firewallRules ?? options.firewallRules).map(rule =>
            createFirewallResource(access, server, rule),
          ),
          ...(entraAdministrator
            ? [
                createEntraAdministratorResource(
                  access,
                  server,
                  entraAdministrator,
                ),
              ]
            : []),
        ];
        return {
          server,
          admin,
          request,
          // Each stage waits for nothing of the other: Azure makes both side by side.
          resources: [
            { ...admin, after: [] },
            { ...request, after: [admin.key] },
            { ...ready, after: [request.key] },
            ...others.map((resource, index) => ({
              ...resource,
              after: [others[index - 1]?.key ?? ready.key],
            })),
          ],
        };
      });
      return {
        application: names.repository,
        resources: wanted.flatMap(({ resources }) => resources),
        toOutputs: references => ({
          servers: wanted.map(({ server, admin, request }) => ({
            server,
            id: (references(request.key) as { id: string }).id,
            administrator: toSecretReference(references, admin),
          })),
        }),
      };
    },
  });
}
