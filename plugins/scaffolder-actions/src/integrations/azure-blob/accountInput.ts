import {
  AppNames,
  Environment,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { AzureStorage } from '@socialgouv/backstage-plugin-fabrique-node';
import type { z as zod } from 'zod/v3';
import { environmentIds } from '../../naming/computeNames';
import { toStage } from '../../azure/toStage';
import { createAccountResource, requireAccount } from './createBlobResources';

/** Input of the actions that make sure of accounts. */
export const accountInput = {
  name: (z: typeof zod) => z.string().describe('Name of the application.'),
  environments: (z: typeof zod) =>
    z
      .array(z.enum(environmentIds))
      .min(1)
      .describe(
        'Environments that get storage. Development and preproduction share an account.',
      ),
  corsOrigins: (z: typeof zod) =>
    z
      .array(z.string().regex(/^https?:\/\/[^/\s*]+$/))
      .optional()
      .describe(
        "Sites from which browsers read and write, beside the application's own hosts: `https://www.exemple.fr`.",
      ),
  softDeleteDays: (z: typeof zod) =>
    z
      .number()
      .int()
      .min(1)
      .max(365)
      .optional()
      .describe(
        'Days for which deleted files and containers can be brought back. By default as the portal is configured; what is kept for longer stays so.',
      ),
};

/** The accounts of the environments that are wanted. */
export function createAccountResources(options: {
  storage: AzureStorage;
  names: AppNames;
  environments: readonly Environment[];
  owner: { app: string; task: string };
  corsOrigins?: readonly string[];
  softDeleteDays?: number;
  isPublicAccessAllowed?: boolean;
  isAccountKeyAllowed?: boolean;
}) {
  const { names, environments, corsOrigins = [], ...settings } = options;
  const stages = [...new Set(environments.map(toStage))];
  return stages.map(stage => {
    const members = environments.filter(item => toStage(item) === stage);
    return createAccountResource({
      ...settings,
      account: requireAccount(names, members[0]),
      stage,
      origins: [
        ...members.map(item => names.environments[item].url),
        ...corsOrigins,
      ],
    });
  });
}
