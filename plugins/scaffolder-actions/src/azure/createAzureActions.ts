import { Config } from '@backstage/config';
import {
  AzureBlobDelegation,
  AzureConnection,
  AzureKeyVault,
  AzurePostgresAccess,
  AzurePostgresProvisioning,
  AzureResourceGroups,
  AzureStorage,
  AzureStorageKeys,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureKernel } from '../ensure';
import { createAzureBlobEnsureAction } from '../integrations/azure-blob/createAzureBlobEnsureAction';
import { createBlobClaim } from '../integrations/azure-blob/createBlobClaim';
import {
  createAccountRemover,
  createContainerRemover,
} from '../integrations/azure-blob/createBlobRemovers';
import { createStorageAccountEnsureAction } from '../integrations/azure-blob/createStorageAccountEnsureAction';
import { createAzurePostgresEnsureAction } from '../integrations/azure-postgres/createAzurePostgresEnsureAction';
import { createDatabaseRemover } from '../integrations/azure-postgres/createDatabaseRemover';
import { createPostgresClaim } from '../integrations/azure-postgres/createPostgresClaim';
import { PostgresServers } from '../integrations/azure-postgres/PostgresServers';
import { createPostgresServerEnsureAction } from '../integrations/azure-postgres/createPostgresServerEnsureAction';
import { createEntraAdministratorRemover } from '../integrations/azure-postgres/createServerAccessResources';
import { createServerRemover } from '../integrations/azure-postgres/createServerResources';
import { NameClaim } from '../naming/NameClaim';
import { createSecretRotateAction } from '../rotation/createSecretRotateAction';
import { createKeyVaultSecretRemover } from '../sinks/createKeyVaultSink';
import { SecretSinks } from '../sinks/SecretSink';
import { Removers } from '../undo/Remover';
import { createKeyVaultSecretEnsureAction } from './createKeyVaultSecretEnsureAction';
import { createResourceGroupEnsureAction } from './createResourceGroupEnsureAction';
import { createResourceGroupRemover } from './createResourceGroupResource';

/** The actions of Azure, what undoes them, and who asks Azure for names of somebody else. */
export function createAzureActions(options: {
  kernel: EnsureKernel;
  config: Config;
  /** Undefined in a portal that is not connected to Azure. */
  azure: AzureConnection | undefined;
  /** Undefined in a portal without one. */
  vault: AzureKeyVault | undefined;
  sinks: SecretSinks;
}) {
  const { azure, vault, ...common } = options;
  const storage = azure && new AzureStorage(azure);
  const groups = azure && new AzureResourceGroups(azure);
  const servers = azure && new PostgresServers(azure, vault);
  const provisioning = azure && new AzurePostgresProvisioning(azure);
  const access = azure && new AzurePostgresAccess(azure);
  const { dev, prod } = azure?.config.postgres.servers ?? {};
  const claims: NameClaim[] = [
    ...(servers
      ? [
          createPostgresClaim(
            servers,
            [dev, prod].flatMap(server => (server ? [server.name] : [])),
          ),
        ]
      : []),
    ...(storage ? [createBlobClaim(storage)] : []),
  ];
  const removers: Removers = {
    ...(groups && { 'resource-group': createResourceGroupRemover(groups) }),
    ...(servers && { 'postgres-database': createDatabaseRemover(servers) }),
    ...(provisioning && {
      'postgres-server': createServerRemover(provisioning),
    }),
    ...(access && {
      'postgres-administrator': createEntraAdministratorRemover(access),
    }),
    ...(vault && { 'key-vault-secret': createKeyVaultSecretRemover(vault) }),
    ...(storage && {
      'blob-container': createContainerRemover(storage),
      'storage-account': createAccountRemover(storage),
    }),
  };
  return {
    claims,
    removers,
    postgres: createAzurePostgresEnsureAction({
      ...common,
      servers,
      access,
    }),
    blob: createAzureBlobEnsureAction({
      ...common,
      clients: azure &&
        storage && {
          storage,
          keys: new AzureStorageKeys(azure),
          delegation: new AzureBlobDelegation(azure),
        },
    }),
    others: [
      createResourceGroupEnsureAction({ ...common, groups }),
      createStorageAccountEnsureAction({ ...common, storage }),
      createPostgresServerEnsureAction({
        ...common,
        clients: provisioning && access && { provisioning, access, vault },
        firewallRules: azure?.config.postgres.firewallRules ?? [],
      }),
      createKeyVaultSecretEnsureAction({ ...common, vault }),
      createSecretRotateAction({
        ...common,
        servers,
        storage,
        storageKeys: azure && new AzureStorageKeys(azure),
      }),
    ],
  };
}
