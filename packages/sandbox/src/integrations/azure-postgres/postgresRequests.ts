import { z } from 'zod/v4';
import { ArmError } from '../../azure/ArmError';

export const serverRequest = z.object({
  location: z.string().optional(),
  tags: z.record(z.string(), z.string()).optional(),
  sku: z.object({ name: z.string(), tier: z.string() }).optional(),
  properties: z
    .object({
      administratorLogin: z.string().optional(),
      administratorLoginPassword: z.string().optional(),
      version: z.string().optional(),
      authConfig: z
        .object({ activeDirectoryAuth: z.string().optional() })
        .optional(),
      storage: z.object({ storageSizeGB: z.int().optional() }).optional(),
      backup: z.object({ backupRetentionDays: z.int().optional() }).optional(),
    })
    .optional(),
});

export const databaseRequest = z.object({
  properties: z
    .object({
      charset: z.string().optional(),
      collation: z.string().optional(),
    })
    .optional(),
});

export const parameterRequest = z.object({
  properties: z.object({ value: z.string().optional() }).optional(),
});

export const administratorRequest = z.object({
  properties: z.object({
    principalType: z.enum(['Group', 'ServicePrincipal', 'User']),
    principalName: z.string().min(1),
    tenantId: z.uuid(),
  }),
});

export const firewallRuleRequest = z.object({
  properties: z.object({
    startIpAddress: z.ipv4(),
    endIpAddress: z.ipv4(),
  }),
});

/** Throws Azure's 400 for a name that no server can have. */
export function checkServerName(name: string): void {
  if (!/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name))
    throw new ArmError(
      400,
      'InvalidServerName',
      `Invalid server name '${name}'. Only lowercase letters, numbers and hyphens are allowed, from 3 to 63 characters, and no hyphen at either end.`,
    );
}

/** Throws Azure's 400 for a name that no database can have. */
export function checkDatabaseName(name: string): void {
  const isReserved = ['azure_maintenance', 'azure_sys', 'postgres'].includes(
    name,
  );
  const isName = /^[a-zA-Z_][-a-zA-Z0-9_]{0,62}$/.test(name);
  if (isReserved || !isName || name.startsWith('template'))
    throw new ArmError(
      400,
      'InvalidParameterValue',
      `Invalid value given for parameter databaseName. Specify a valid parameter value.`,
    );
}
