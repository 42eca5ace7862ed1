import {
  AzureOperationState,
  AzurePostgresProvisioning,
  PostgresServerState,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource, TaskPaused } from '../../ensure';
import { Remover } from '../../undo/Remover';

/** How long Azure takes for a new server, for people. */
const usualDuration = '5 to 10 minutes';
/** Until Azure is asked again. */
const pauseMs = 30_000;

/** What a server should be, beside its administrator. */
export interface ServerSize {
  sku: string;
  tier: string;
  storageGb: number;
  version: string;
  backupDays: number;
}

/** A server of one application. */
export interface ServerOptions {
  provisioning: AzurePostgresProvisioning;
  server: string;
  owner: { app: string; task: string };
  size: ServerSize;
  hasEntra: boolean;
  /** Reads who administers it: made before, and kept in the portal's vault. */
  readAdmin(call: {
    signal?: AbortSignal;
  }): Promise<{ user: string; password: string }>;
}

/** What is known of a server that was asked for. */
export type ServerReference = {
  id: string;
  /** Address of the operation that makes it; absent where it was there, or where Azure gave none. */
  operation?: string;
};

interface FoundServer {
  server?: PostgresServerState;
  nameProblem?: string;
}

/**
 * Two resources: a server that is asked for, and its being ready. The first leaves the address of Azure's
 * operation in the task, so that the second finds it again whenever the task goes on.
 */
export function createServerResources(
  options: ServerOptions,
): [
  EnsuredResource<FoundServer, ServerReference>,
  EnsuredResource<{ server?: PostgresServerState }, string>,
] {
  const { provisioning, server: name, owner, size, hasEntra } = options;
  const key = toServerKey(name);
  let operation: string | undefined;

  return [
    {
      key,
      title: `Postgres server ${name}`,
      ledger: { type: 'postgres-server' },
      async read(call) {
        const server = await provisioning.get(name, call);
        if (server) return { server };
        const nameProblem = await provisioning.findNameProblem(name, call);
        return { nameProblem };
      },
      plan({ server, nameProblem }) {
        if (nameProblem) {
          return {
            verb: 'conflict',
            detail: `No Postgres server can be called ${name}: ${nameProblem} Choose another name.`,
          };
        }
        if (!server) {
          return {
            verb: 'create',
            detail: `${size.sku}, ${size.storageGb} GB, version ${size.version}, usually ${usualDuration}`,
          };
        }
        if (!server.owner) {
          return { verb: 'adopt', detail: 'has no tag', untagged: true };
        }
        return server.owner.app === owner.app
          ? { verb: 'nothing', detail: `exists, ${server.sku}` }
          : {
              verb: 'conflict',
              detail: `The Postgres server ${name} belongs to ${server.owner.app}. Choose another name.`,
            };
      },
      async apply({ server }, call) {
        if (server) {
          if (!server.owner) await provisioning.setOwner(name, owner, call);
          return { id: server.id };
        }
        const admin = await options.readAdmin(call);
        const address = await provisioning.begin(
          {
            ...size,
            name,
            owner,
            adminUser: admin.user,
            adminPassword: admin.password,
            hasEntra,
          },
          call,
        );
        call.log(`Azure makes ${name}, which usually takes ${usualDuration}`);
        const made = await provisioning.get(name, call);
        return {
          id: made?.id ?? name,
          ...(address && { operation: address }),
        };
      },
      refer: ({ server }) => ({ id: server?.id ?? name }),
      locate: ({ id }) => id,
      remember: () => ({ server: name }),
      async settle(reference) {
        operation = reference.operation;
      },
    },
    {
      key: `${key}/ready`,
      title: `first start of ${name}`,
      async read(call) {
        return { server: await provisioning.get(name, call) };
      },
      plan({ server }) {
        return server?.state === 'Ready'
          ? { verb: 'nothing', detail: 'it runs' }
          : { verb: 'create', detail: server?.state };
      },
      async apply(_found, call) {
        const state = operation
          ? await provisioning.readOperation(operation, call)
          : undefined;
        refuseFailure(name, state);
        const isDone =
          state?.status === 'Succeeded' ||
          // Azure has forgotten the operation, or the server was begun by somebody else.
          (!state && (await provisioning.get(name, call))?.state === 'Ready');
        if (isDone) return name;
        const progress = [
          state?.status ?? 'being made',
          state?.elapsedMs !== undefined && formatDuration(state.elapsedMs),
          `usually ${usualDuration}`,
        ]
          .filter(Boolean)
          .join(', ');
        call.log(`Postgres server ${name}: ${progress}`);
        throw new TaskPaused(
          `Azure makes the Postgres server ${name} (${progress})`,
          {
            resumeAt: new Date(Date.now() + pauseMs),
          },
        );
      },
      refer: () => name,
    },
  ];
}

/** Deletes a server; one with databases holds data. */
export function createServerRemover(
  provisioning: AzurePostgresProvisioning,
): Remover {
  const toName = ({ key }: { key: string }) => key.split('/')[1];
  return {
    nameOf: toName,
    async inspect(entry, call) {
      const name = toName(entry);
      const server = await provisioning.get(name, call);
      if (!server) return { exists: false };
      if (server.state !== 'Ready') {
        return {
          exists: true,
          obstacle: `The Postgres server ${name} is ${server.state}, and Azure does not delete it so. Try again when it is Ready.`,
        };
      }
      const databases = await provisioning.listDatabases(name, call);
      return {
        exists: true,
        ...(databases.length > 0 && {
          data: `databases: ${databases.join(', ')}`,
        }),
      };
    },
    remove: (entry, call) => provisioning.delete(toName(entry), call),
  };
}

/** Key of a server in the ledger. */
export function toServerKey(server: string): string {
  return `azure-postgres/${server}`;
}

function refuseFailure(
  name: string,
  state: AzureOperationState | undefined,
): void {
  if (state?.status !== 'Failed' && state?.status !== 'Canceled') return;
  throw new UpstreamError(
    `Azure create Postgres server ${name}: the operation ended as ${state.status}`,
    { kind: 'invalid-response', detail: state.problem },
  );
}

function formatDuration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return `for ${Math.floor(milliseconds / 1000)} s`;
  return `for ${minutes} min`;
}
