import { Config } from '@backstage/config';
import {
  azureBlobAnnotation,
  azureBlobContainersAnnotation,
  azureBlobPublicContainersAnnotation,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { ContainerLifecycle } from '@socialgouv/backstage-plugin-fabrique-node';
import { toLinks } from '../../azure/toLinks';
import {
  AnyEnsuredResource,
  defineEnsureAction,
  EnsureKernel,
} from '../../ensure';
import { computeNames, environmentIds } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import {
  requireSink,
  secretOutput,
  SecretSinks,
  sinkInput,
  toSecretReference,
} from '../../sinks/SecretSink';
import { accountInput, createAccountResources } from './accountInput';
import {
  BlobClients,
  credentialKeys,
  credentialsInput,
  makeCredentials,
} from './blobCredentials';
import { AccountReference, requireAccount } from './createBlobResources';
import {
  createContainerResource,
  createLifecycleResource,
} from './createContainerResources';
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
  clients: BlobClients | undefined;
  sinks: SecretSinks;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Makes sure of the application's storage on Azure: an account for development and preproduction and one for production, with soft delete and CORS for the application's own hosts, and a container for each environment, private unless asked otherwise. What the application gets in with goes into a secret and nowhere else.",
    examples,
    schema: {
      input: {
        ...accountInput,
        publicAccess: z =>
          z
            .enum(['none', 'files'])
            .optional()
            .describe(
              'Whether everybody may read the files, without listing them. `none` by default. The output `annotations` declares such a container, which else its card takes for open by mistake.',
            ),
        lifecycle: z =>
          z
            .object({
              coolAfterDays: z
                .number()
                .int()
                .min(1)
                .optional()
                .describe(
                  'Days without a change until files cost less to keep and more to read.',
                ),
              deleteAfterDays: z
                .number()
                .int()
                .min(1)
                .optional()
                .describe('Days without a change until files are deleted.'),
            })
            .optional()
            .describe(
              'What becomes of files as they age. By default they stay.',
            ),
        ...credentialsInput,
        sink: sinkInput,
      },
      output: {
        containers: z =>
          z
            .array(
              z.object({
                environment: z
                  .enum(environmentIds)
                  .describe('Environment of the application.'),
                account: z.string().describe('Name of the storage account.'),
                container: z.string().describe('Name of the container.'),
                url: z.string().describe('Address of the container.'),
                secret: secretOutput(z).optional(),
              }),
            )
            .describe('The containers, and where their credentials went.'),
        annotations: z =>
          z
            .record(z.string())
            .describe(
              'Annotations that link the application to its containers, for `fabrique:catalog:annotate`.',
            ),
      },
    },
    prepare(input, ctx) {
      const { name, credentials: kind = 'account-key' } = input;
      // A form leaves both out where nothing is typed in.
      const lifecycle = isRule(input.lifecycle) ? input.lifecycle : undefined;
      const clients = requireConfigured(options.clients, id, 'Azure', 'azure');
      const { storage } = clients;
      const sink =
        kind === 'none'
          ? undefined
          : requireSink(options.sinks, id, input.sink);
      const names = computeNames(options.config, name);
      const environments = [...new Set(input.environments)];
      const isPublic = input.publicAccess === 'files';
      const accounts = createAccountResources({
        storage,
        names,
        environments,
        owner: { app: names.repository, task: ctx.task.id },
        corsOrigins: input.corsOrigins,
        softDeleteDays: input.softDeleteDays,
        isPublicAccessAllowed: isPublic,
        isAccountKeyAllowed: kind === 'account-key',
      });
      const containers = environments.map(environment => {
        const account = requireAccount(names, environment);
        const { container, secretName } =
          names.environments[environment].storage;
        return {
          environment,
          account,
          name: container,
          accountKey: `azure-blob/${account}`,
          container: createContainerResource({
            storage,
            account,
            container,
            environment,
            isPublic,
          }),
          lifecycle:
            lifecycle &&
            createLifecycleResource({ storage, account, container, lifecycle }),
          secret: sink?.createResource({
            workspacePath: ctx.workspacePath,
            names,
            environment,
            secretName,
            keys: credentialKeys[kind],
            makeValues: call =>
              makeCredentials(
                clients,
                { kind, account, container, sasDays: input.sasDays },
                call,
              ),
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
            ...(secret ? [{ ...secret, after: [accountKey] }] : []),
          ]),
          // Azure takes all rules of an account at once: one after the other.
          ...inTurn(containers),
        ],
        toOutputs: references => ({
          annotations: toLinks(containers, item => [
            [azureBlobAnnotation, item.account],
            [azureBlobContainersAnnotation, item.name],
            [
              azureBlobPublicContainersAnnotation,
              isPublic ? item.name : undefined,
            ],
          ]),
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
                ...(secret && {
                  secret: toSecretReference(references, secret),
                }),
              };
            },
          ),
        }),
      };
    },
  });
}

function isRule(lifecycle: ContainerLifecycle = {}): boolean {
  const { coolAfterDays, deleteAfterDays } = lifecycle;
  return coolAfterDays !== undefined || deleteAfterDays !== undefined;
}

/** The rules of containers, each after its container and after those of the same account before it. */
function inTurn(
  containers: {
    account: string;
    container: AnyEnsuredResource;
    lifecycle?: AnyEnsuredResource;
  }[],
): AnyEnsuredResource[] {
  const last = new Map<string, string>();
  return containers.flatMap(({ account, container, lifecycle }) => {
    if (!lifecycle) return [];
    const before = last.get(account);
    last.set(account, lifecycle.key);
    return [
      { ...lifecycle, after: [container.key, ...(before ? [before] : [])] },
    ];
  });
}
