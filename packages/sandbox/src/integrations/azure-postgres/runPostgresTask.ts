import { DocumentStore } from '../../kernel/DocumentStore';
import { Postgres } from '../../postgres/createPostgres';
import {
  allowExtensions,
  createDatabase,
  dropDatabase,
} from './createDatabase';
import { EntraPrincipal, ServerDocument, findServer } from './postgresState';
import { pickDatabases, readRealDatabases } from './readRealDatabases';
import { readParameter } from './serverParameters';

/** What an accepted request to the Postgres provider does later. */
export type PostgresTask =
  | { kind: 'put-server'; document: ServerDocument }
  | { kind: 'delete-server'; server: string }
  | {
      kind: 'put-database';
      server: string;
      database: string;
      charset: string;
      collation: string;
    }
  | { kind: 'delete-database'; server: string; database: string }
  | { kind: 'put-parameter'; server: string; name: string; value: string }
  | {
      kind: 'put-administrator';
      server: string;
      objectId: string;
      principal: EntraPrincipal;
    }
  | { kind: 'delete-administrator'; server: string; objectId: string }
  | {
      kind: 'put-firewall-rule';
      server: string;
      name: string;
      startIpAddress: string;
      endIpAddress: string;
    }
  | { kind: 'delete-firewall-rule'; server: string; name: string };

/** Does a task; done twice, it has the same end state. */
export async function runPostgresTask(
  task: PostgresTask,
  servers: DocumentStore<ServerDocument>,
  postgres: Postgres,
): Promise<void> {
  const put = (server: ServerDocument) =>
    servers.put(server.name.toLowerCase(), server);

  if (task.kind === 'put-server') {
    // What was done meanwhile stays.
    const now = servers.get(task.document.name.toLowerCase());
    put({
      ...task.document,
      administrators: now?.administrators ?? task.document.administrators,
      databases: now?.databases ?? task.document.databases,
      firewallRules: now?.firewallRules ?? task.document.firewallRules,
      parameters: now?.parameters ?? task.document.parameters,
    });
    return;
  }
  if (task.kind === 'delete-server') {
    const server = findServer(servers, task.server);
    const really = pickDatabases(
      server,
      servers.list(),
      await readRealDatabases(postgres),
    );
    servers.delete(task.server.toLowerCase());
    for (const name of new Set([
      ...Object.keys(server.databases),
      ...really.map(database => database.name),
    ]))
      await dropUnlessShared(name, servers, postgres);
    return;
  }

  const server = findServer(servers, task.server);
  switch (task.kind) {
    case 'put-database': {
      const { database, charset, collation } = task;
      await createDatabase(postgres, {
        name: database,
        owner: server.administratorLogin,
        extensions: readParameter(server, 'azure.extensions'),
      });
      // Read again: another operation may have changed the server meanwhile.
      const now = findServer(servers, task.server);
      put({
        ...now,
        databases: { ...now.databases, [database]: { charset, collation } },
      });
      return;
    }
    case 'delete-database': {
      const { [task.database]: _dropped, ...databases } = server.databases;
      put({ ...server, databases });
      await dropUnlessShared(task.database, servers, postgres);
      return;
    }
    case 'put-parameter': {
      const { name, value } = task;
      put({ ...server, parameters: { ...server.parameters, [name]: value } });
      if (name === 'azure.extensions')
        for (const [database, { isSeeded }] of Object.entries(server.databases))
          if (!isSeeded) await allowExtensions(postgres, database, value);
      return;
    }
    case 'put-administrator': {
      const { objectId, principal } = task;
      put({
        ...server,
        administrators: { ...server.administrators, [objectId]: principal },
      });
      return;
    }
    case 'delete-administrator': {
      const { [task.objectId]: _removed, ...administrators } =
        server.administrators ?? {};
      put({ ...server, administrators });
      return;
    }
    case 'put-firewall-rule': {
      const { name, startIpAddress, endIpAddress } = task;
      put({
        ...server,
        firewallRules: {
          ...server.firewallRules,
          [name]: { startIpAddress, endIpAddress },
        },
      });
      return;
    }
    default: {
      const { [task.name]: _removed, ...firewallRules } = server.firewallRules;
      put({ ...server, firewallRules });
    }
  }
}

/** One real Postgres stands behind all servers: a database of that name on another server is the same one. */
async function dropUnlessShared(
  name: string,
  servers: DocumentStore<ServerDocument>,
  postgres: Postgres,
): Promise<void> {
  const isShared = servers.list().some(({ databases }) => name in databases);
  if (!isShared) await dropDatabase(postgres, name);
}
