import { Config } from '@backstage/config';
import { AzureStorage } from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames, environmentIds } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import {
  requireSink,
  secretOutput,
  SecretSinks,
  sinkInput,
  toSecretReference,
} from '../../sinks/SecretSink';
import {
  AccountReference,
  createAccountResource,
  createContainerResource,
  requireAccount,
  toStage,
} from './createBlobResources';
import { examples } from './createAzureBlobEnsureAction.examples';

const id = 'fabrique:azure:blob:ensure';

/**
 * Creates the action `fabrique:azure:blob:ensure`.
 *
 * @public
 */
export function createAzureBlobEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  storage: AzureStorage | undefined;
  sinks: SecretSinks;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Makes sure of the application's storage on Azure: an account for development and preproduction and one for production, with soft delete and CORS for the application's own hosts, and a private container for each environment. The account's key goes into a sealed secret.",
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        environments: z =>
          z
            .array(z.enum(environmentIds))
            .min(1)
            .describe('Environments that get a container.'),
        sink: sinkInput,
      },
      output: {
        containers: z =>
          z
            .array(
              z.object({
                environment: z.enum(environmentIds),
                account: z.string(),
                container: z.string(),
                url: z.string(),
                secret: secretOutput(z),
              }),
            )
            .describe('The containers, and where their credentials went.'),
      },
    },
    prepare({ name, environments: wanted, sink: sinkId }, ctx) {
      const storage = requireConfigured(options.storage, id, 'Azure', 'azure');
      const sink = requireSink(options.sinks, id, sinkId);
      const names = computeNames(options.config, name);
      const owner = { app: names.repository, task: ctx.task.id };
      const environments = [...new Set(wanted)];
      const accounts = [...new Set(environments.map(toStage))].map(stage => {
        const members = environments.filter(item => toStage(item) === stage);
        return createAccountResource({
          storage,
          account: requireAccount(names, members[0]),
          stage,
          origins: members.map(item => names.environments[item].url),
          owner,
        });
      });
      const containers = environments.map(environment => {
        const account = requireAccount(names, environment);
        const { container, secretName } =
          names.environments[environment].storage;
        return {
          environment,
          accountKey: `azure-blob/${account}`,
          container: createContainerResource({
            storage,
            account,
            container,
            environment,
          }),
          secret: sink.createResource({
            workspacePath: ctx.workspacePath,
            names,
            environment,
            secretName,
            keys: ['azurestorageaccountname', 'azurestorageaccountkey'],
            makeValues: async call => ({
              azurestorageaccountname: account,
              azurestorageaccountkey: await storage.getKey(account, call),
            }),
          }),
        };
      });
      return {
        application: names.repository,
        // A container and the secret with the key wait for their own account only.
        resources: [
          ...accounts.map(account => ({ ...account, after: [] })),
          ...containers.flatMap(({ accountKey, container, secret }) => [
            { ...container, after: [accountKey] },
            { ...secret, after: [accountKey] },
          ]),
        ],
        toOutputs: references => ({
          containers: containers.map(
            ({ environment, accountKey, container, secret }) => {
              const { account, blobUrl } = references(
                accountKey,
              ) as AccountReference;
              const containerName = references(container.key) as string;
              return {
                environment,
                account,
                container: containerName,
                url: `${blobUrl}/${containerName}`,
                secret: toSecretReference(references, secret),
              };
            },
          ),
        }),
      };
    },
  });
}
