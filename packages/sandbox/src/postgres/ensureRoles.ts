import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** A role of the sandbox with its well-known password. */
export interface SandboxRole {
  name: string;
  password: string;
  /** As in `CREATE ROLE … WITH`. */
  attributes: string;
}

/** The portal's own role: it makes a database per backend plugin. */
export const portalRole: SandboxRole = {
  name: 'portal',
  password: 'portal',
  attributes: 'LOGIN CREATEDB',
};

/** The administrator of the Azure servers: like Azure's, no superuser. */
export const azureAdminRole: SandboxRole = {
  name: 'fabriqueadmin',
  password: 'sandbox-postgres-admin',
  attributes: 'LOGIN CREATEDB CREATEROLE',
};

/** Makes the roles that are missing; what the others became meanwhile stays. */
export async function ensureRoles(
  client: Client,
  roles: SandboxRole[],
): Promise<void> {
  for (const { name, password, attributes } of roles) {
    const { rowCount } = await client.query(
      'SELECT 1 FROM pg_roles WHERE rolname = $1',
      [name],
    );
    if (rowCount) continue;
    await client.query(
      `CREATE ROLE ${escapeIdentifier(
        name,
      )} WITH ${attributes} PASSWORD ${escapeLiteral(password)}`,
    );
    // The default database of a client that names none is that of its role.
    await client.query(
      `CREATE DATABASE ${escapeIdentifier(name)} OWNER ${escapeIdentifier(
        name,
      )}`,
    );
  }
}
