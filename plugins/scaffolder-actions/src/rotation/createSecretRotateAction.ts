import { Config } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import {
  AppNames,
  Environment,
  environments as allEnvironments,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  AzureStorage,
  AzureStorageKeys,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel, References } from '../ensure';
import { PostgresServers } from '../integrations/azure-postgres/PostgresServers';
import { computeNames, environmentIds } from '../naming/computeNames';
import { requireConfigured } from '../requireConfigured';
import {
  requireSink,
  secretOutput,
  SecretSink,
  secretSinkIds,
  SecretSinks,
  toSecretReference,
} from '../sinks/SecretSink';
import {
  createRetirementResource,
  createRotationResources,
} from './createDatabaseRotation';
import { examples } from './createSecretRotateAction.examples';
import {
  createKeyRetirementResource,
  createStorageRotationResources,
} from './createStorageRotation';

const id = 'fabrique:secret:rotate';

interface Wish {
  names: AppNames;
  environment: Environment;
  sink: SecretSink;
  retire?: boolean;
  deployed?: boolean;
}

type Context = ActionContext<JsonObject, JsonObject>;

/**
 * Creates the action `fabrique:secret:rotate`.
 *
 * @public
 */
export function createSecretRotateAction(options: {
  kernel: EnsureKernel;
  config: Config;
  servers: PostgresServers | undefined;
  storage: AzureStorage | undefined;
  storageKeys: AzureStorageKeys | undefined;
  sinks: SecretSinks;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Changes the password with which an application logs in to its Postgres database, or the key of its storage account, without a moment in which neither the old one nor the new one works: two roles, or two keys, take turns. The one that is not in use is made anew and goes into the secret; the other works on while the secret is deployed, until `retire` or the next rotation. Tables belong to the application's own role, whichever it logs in with.",
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        environment: z =>
          z
            .enum(environmentIds)
            .describe('Environment of the database, or of the account.'),
        what: z =>
          z
            .enum(['database', 'storage'])
            .optional()
            .describe(
              'The password of the database (by default), or the key of the storage account: that of all environments which share it.',
            ),
        retire: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Do not rotate, but make what was before the last rotation useless; refused while the application uses it.',
            ),
        deployed: z =>
          z
            .boolean()
            .optional()
            .describe(
              'What the last rotation made is deployed. Asked for storage only: Azure cannot tell which key is in use, Postgres can.',
            ),
        sink: z =>
          z
            .enum(secretSinkIds)
            .optional()
            .describe(
              'Where the secret is, and is replaced: by default `sealed-secret`, a manifest in the workspace. In `github-secret` and `gitlab-variable` each key is written by itself: a job that starts between two of them may get PGUSER and PGPASSWORD of different logins, but never a wrong address such as DATABASE_URL.',
            ),
      },
      output: {
        inUse: z =>
          z.string().describe('Role to log in with, or name of the key.'),
        secrets: z =>
          z
            .array(secretOutput(z))
            .describe('Where it went; nowhere with `retire`.'),
      },
    },
    async prepare({ name, environment, what, sink, ...input }, ctx) {
      const wish = {
        ...input,
        names: computeNames(options.config, name),
        environment,
        sink: requireSink(options.sinks, id, sink),
      };
      return what === 'storage'
        ? prepareStorage(wish, ctx)
        : prepareDatabase(wish, ctx);
    },
  });

  async function prepareDatabase(wish: Wish, ctx: Context) {
    const { names, environment } = wish;
    const servers = requireConfigured(options.servers, id, 'Azure', 'azure');
    const { database } = names.environments[environment];
    const { databases } = await servers.open(database.server, ctx);
    const { databaseExists, owner } = await databases.read(
      { database: database.name, user: database.user },
      ctx,
    );
    if (!databaseExists || owner?.app !== names.repository) {
      throw new NotFoundError(
        toAbsent(
          `${names.repository} has no database ${database.name} on ${database.server}`,
          'fabrique:azure:postgres:ensure',
        ),
      );
    }
    // A run that is tried again goes on with the login that it began with.
    const { current, next, after } = await ctx.checkpoint({
      key: `${id}/${database.server}/${database.name}`,
      fn: async () => {
        const pair = await databases.logins.read(database.user, ctx);
        return {
          current: pair.current.name,
          next: pair.next.name,
          ...(pair.next.task && { after: pair.next.task }),
        };
      },
    });
    const application = names.repository;
    if (wish.retire) {
      return {
        application,
        resources: [createRetirementResource({ ...wish, servers })],
        toOutputs: () => ({ inUse: current, secrets: [] }),
      };
    }
    const rotation = createRotationResources({
      ...wish,
      servers,
      owner,
      workspacePath: ctx.workspacePath,
      login: next,
      turn: { task: ctx.task.id, after },
    });
    return {
      application,
      resources: [rotation.secret, rotation.current],
      toOutputs: (references: References) => ({
        inUse: next,
        secrets: [toSecretReference(references, rotation.secret)],
      }),
    };
  }

  async function prepareStorage(wish: Wish, ctx: Context) {
    const { names, environment, deployed: isDeployed = false } = wish;
    const keys = requireConfigured(options.storageKeys, id, 'Azure', 'azure');
    const storage = requireConfigured(options.storage, id, 'Azure', 'azure');
    const { account = '' } = names.environments[environment].storage;
    const state = account ? await storage.getAccount(account, ctx) : undefined;
    if (state?.owner?.app !== names.repository) {
      throw new NotFoundError(
        toAbsent(
          `${names.repository} has no storage account ${
            account || `in ${environment}`
          }`,
          'fabrique:azure:blob:ensure',
        ),
      );
    }
    const { current, next, after } = await ctx.checkpoint({
      key: `${id}/${account}`,
      fn: async () => {
        const found = await keys.readCurrent(account, ctx);
        return {
          current: found.current,
          next: found.current === 'key1' ? 'key2' : 'key1',
          ...(found.task && { after: found.task }),
        } as const;
      },
    });
    const application = names.repository;
    if (wish.retire) {
      return {
        application,
        resources: [createKeyRetirementResource({ keys, account, isDeployed })],
        toOutputs: () => ({ inUse: current as string, secrets: [] }),
      };
    }
    const containers = await Promise.all(
      allEnvironments
        .filter(one => names.environments[one].storage.account === account)
        .map(async one => {
          const { container } = names.environments[one].storage;
          const look = () => storage.containers.get(account, container, ctx);
          // One that Azure shows only at the second look keeps a key that the next rotation ends.
          return (await look()) ?? (await look()) ? [one] : [];
        }),
    );
    const {
      key,
      secrets,
      current: note,
    } = createStorageRotationResources({
      keys,
      names,
      account,
      environments: containers.flat(),
      sink: wish.sink,
      workspacePath: ctx.workspacePath,
      next,
      turn: { task: ctx.task.id, after },
      isDeployed,
    });
    return {
      application,
      resources: [key, ...secrets, note],
      toOutputs: (references: References) => ({
        inUse: next as string,
        secrets: secrets.map(secret => toSecretReference(references, secret)),
      }),
    };
  }
}

function toAbsent(what: string, actionId: string): string {
  return `${id} stopped before anything was changed. ${what} that the portal made or adopted. Check the name, or have it made by ${actionId}.`;
}
