import { z } from 'zod/v4';
import { looseArray } from '../../upstream';

// Minimal versions of what the SDK gives, with dates in place of texts: only the fields that the view
// needs. One that is odd is left out and never costs the whole server.

const Words = z.string().nullish().catch(undefined);
const Count = z.number().nullish().catch(undefined);
const Time = z
  .date()
  .transform(date => date.toISOString())
  .nullish()
  .catch(undefined);

/** A flexible server. @public */
export const AzurePostgresServer = z.object({
  /** Of Resource Manager. */
  id: z.string(),
  name: z.string(),
  sku: z.object({ name: z.string(), tier: z.string() }).nullish(),
  state: Words,
  version: Words,
  minorVersion: Words,
  storage: z.object({ storageSizeGB: Count, autoGrow: Words }).nullish(),
  backup: z
    .object({
      backupRetentionDays: Count,
      geoRedundantBackup: Words,
      earliestRestoreDate: Time,
    })
    .nullish(),
  network: z.object({ publicNetworkAccess: Words }).nullish(),
  highAvailability: z.object({ mode: Words, state: Words }).nullish(),
});
/** @public */
export type AzurePostgresServer = z.infer<typeof AzurePostgresServer>;
/** @public */
export const AzurePostgresServerList = looseArray(AzurePostgresServer);

/** @public */
export const AzurePostgresDatabases = looseArray(
  z.object({ name: z.string() }),
);

/** @public */
export const AzurePostgresFirewallRules = looseArray(
  z.object({
    name: z.string(),
    startIpAddress: z.string(),
    endIpAddress: z.string(),
  }),
);
/** @public */
export type AzurePostgresFirewallRules = z.infer<
  typeof AzurePostgresFirewallRules
>;

/** @public */
export const AzurePostgresBackups = looseArray(
  z.object({ completedTime: z.date() }),
);

/** @public */
export const AzurePostgresParameter = z.object({ value: Words });
