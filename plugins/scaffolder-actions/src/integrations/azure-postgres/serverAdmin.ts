import { AzureKeyVault } from '@socialgouv/backstage-plugin-fabrique-node';
import { z } from 'zod/v4';

const Admin = z.object({ PGUSER: z.string(), PGPASSWORD: z.string() });

/** Name of the vault's secret with the administrator of a server. */
export function toAdminSecretName(server: string): string {
  return `pg-admin-${server}`;
}

/** The secret's value, for a new server. */
export function writeAdmin(server: string, password: string): string {
  return JSON.stringify({ PGUSER: `${server}admin`, PGPASSWORD: password });
}

/**
 * Reads who administers a server that the portal made.
 *
 * @throws Error if the vault does not say it.
 */
export async function readAdmin(
  vault: AzureKeyVault,
  server: string,
  call: { signal?: AbortSignal },
): Promise<{ user: string; password: string }> {
  const name = toAdminSecretName(server);
  const value = await vault.getValue(name, call);
  const { success, data } = Admin.safeParse(parse(value));
  if (!success) {
    throw new Error(
      `The portal's vault does not say who administers the Postgres server ${server}: its secret ${name} is missing, or has no PGUSER and PGPASSWORD`,
    );
  }
  return { user: data.PGUSER, password: data.PGPASSWORD };
}

function parse(value: string | undefined): unknown {
  try {
    return JSON.parse(value ?? 'null');
  } catch (error) {
    // The cause would hold a piece of the value.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
