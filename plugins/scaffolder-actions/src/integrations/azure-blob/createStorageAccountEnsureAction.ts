import { Config } from '@backstage/config';
import { AzureStorage } from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import { accountInput, createAccountResources } from './accountInput';
import { AccountReference } from './createBlobResources';
import { examples } from './createStorageAccountEnsureAction.examples';

const id = 'fabrique:azure:storage-account:ensure';

/**
 * Creates the action `fabrique:azure:storage-account:ensure`.
 *
 * @public
 */
export function createStorageAccountEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  storage: AzureStorage | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Makes sure of the application's storage accounts on Azure, without any container: HTTPS only, closed to the public, with soft delete and CORS for the application's own hosts. `fabrique:azure:blob:ensure` does the same and makes containers.",
    examples,
    schema: {
      input: {
        ...accountInput,
        accountKey: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether the keys of a new account open it. True by default.',
            ),
      },
      output: {
        accounts: z =>
          z
            .array(
              z.object({
                account: z.string().describe('Name of the account.'),
                url: z.string().describe('Address of its files.'),
              }),
            )
            .describe('The accounts, and the addresses of their files.'),
      },
    },
    prepare({ name, environments, accountKey, ...settings }, ctx) {
      const storage = requireConfigured(options.storage, id, 'Azure', 'azure');
      const names = computeNames(options.config, name);
      const accounts = createAccountResources({
        storage,
        names,
        environments: [...new Set(environments)],
        owner: { app: names.repository, task: ctx.task.id },
        corsOrigins: settings.corsOrigins,
        softDeleteDays: settings.softDeleteDays,
        isAccountKeyAllowed: accountKey,
      });
      return {
        application: names.repository,
        resources: accounts,
        toOutputs: references => ({
          accounts: accounts.map(({ key }) => {
            const { account, blobUrl } = references(key) as AccountReference;
            return { account, url: blobUrl };
          }),
        }),
      };
    },
  });
}
