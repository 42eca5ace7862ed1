import { Config } from '@backstage/config';
import {
  AzureKeyVault,
  generatePassword,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../ensure';
import { computeNames, environmentIds } from '../naming/computeNames';
import { requireConfigured } from '../requireConfigured';
import { createKeyVaultSecretResource } from '../sinks/createKeyVaultSink';
import { secretOutput, toSecretReference } from '../sinks/SecretSink';
import { examples } from './createKeyVaultSecretEnsureAction.examples';

const id = 'fabrique:azure:key-vault-secret:ensure';

/**
 * Creates the action `fabrique:azure:key-vault-secret:ensure`.
 *
 * @public
 */
export function createKeyVaultSecretEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  vault: AzureKeyVault | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Makes sure of a secret of the application in the portal's Azure Key Vault (`fabrique.azure.keyVault`), tagged with the application: a random one, or the value that is given. The output says where it is and never what it is.",
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        environment: z =>
          z.enum(environmentIds).describe('Environment whose secret it is.'),
        secret: z =>
          z
            .string()
            .regex(/^[0-9a-zA-Z-]{1,60}$/, 'letters, digits and dashes')
            .describe(
              'Name of the secret. In the vault, the names of the application and of the environment stand before it.',
            ),
        value: z =>
          z
            .string()
            .min(1)
            .max(25_000)
            .optional()
            .describe(
              'The value: only ever from `${{ secrets.… }}`, which the scaffolder keeps out of its log. Without it a secret that is there stays, and a new one is 43 random letters and digits.',
            ),
      },
      output: {
        secret: z => secretOutput(z).describe('Where the secret is.'),
        url: z => z.string().describe('Address of the secret in the vault.'),
      },
    },
    prepare({ name, environment, secret, value }, ctx) {
      const vault = requireConfigured(
        options.vault,
        id,
        'a vault of Azure',
        'azure.keyVault',
      );
      const { repository } = computeNames(options.config, name);
      const vaultName = `${name}-${environment}-${secret}`;
      const resource = createKeyVaultSecretResource({
        vault,
        name: vaultName,
        keys: [vaultName],
        environment,
        owner: { app: repository, task: ctx.task.id },
        makeValue: generatePassword,
        value,
      });
      return {
        application: repository,
        resources: [resource],
        toOutputs: references => ({
          secret: toSecretReference(references, resource),
          url: vault.toUrl(vaultName),
        }),
      };
    },
  });
}
