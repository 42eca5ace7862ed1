import { Entity } from '@backstage/catalog-model';
import {
  AnnotationDefinition,
  azureBlobAnnotation,
  azureBlobContainersAnnotation,
  azureBlobPublicContainersAnnotation,
  Environment,
  environments,
  toAzureBlobVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  AzureBlobClient,
  readLinkAnnotation,
  toAzurePortalUrl,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { computeAzureNames } from '../../names/computeEntityNames';
import { shareAnswer } from '../../overview/shareAnswer';
import { createProviderFactory } from '../ProviderFactory';
import { toAzureBlobView } from './toAzureBlobView';

type AzureBlobTarget = {
  account: string;
  /** Those that are meant, where an annotation names them. */
  containers?: string[];
  /** Of the naming rules: what must be there, and what other environments have in the same account. */
  own?: { container: string; others: string[] };
  publicContainers: string[];
};

/** Short against what counts as fresh: an answer is hardly older than it says. */
const keepMs = 60_000;

/** How Azure answers for the storage account and the containers of an entity. */
export const azureBlobProvider = createProviderFactory<
  'azure-blob',
  AzureBlobTarget
>(({ config, thresholds, azure }) => {
  if (!azure) return undefined;
  const client = new AzureBlobClient(azure);
  // Without a caller's signal: the answers are for all, and one that gives up must not take them.
  const listAccounts = shareAnswer(() => client.listAccounts({}), { keepMs });
  const readAccount = shareAnswer(
    async (name: string) => {
      const account = (await listAccounts()).find(one => one.name === name);
      if (!account) {
        throw new UpstreamError(`Azure has no storage account ${name}`, {
          kind: 'not-found',
        });
      }
      const [service, containers, lifecycleRules, capacity, requests] =
        await Promise.all([
          client.getBlobService(name, {}),
          client.listContainers(name, {}),
          client.listLifecycleRules(name, {}),
          client.getCapacity(account.id, {}),
          client.getRequests(account.id, {}),
        ]);
      return {
        account,
        service,
        containers,
        lifecycleRules,
        capacity,
        requests,
      };
    },
    { keepMs },
  );

  return {
    id: 'azure-blob',
    annotation: azureBlobAnnotation,
    freshForMs: 300_000,
    // Azure takes 100 lists in 5 minutes, and each target needs one.
    fleetTargetsPerMinute: 15,

    toTarget(entity, environment) {
      const account = readLinkAnnotation(
        entity,
        azureBlobAnnotation,
        environment,
      );
      const containers = readNames(
        entity,
        azureBlobContainersAnnotation,
        environment,
      );
      const publicContainers =
        readNames(entity, azureBlobPublicContainersAnnotation, environment) ??
        [];
      if (!account && !containers) return undefined;
      const named = computeAzureNames(entity, config)?.environments[environment]
        .storage;
      const target = account ?? named?.account;
      if (!target) return undefined;
      return {
        account: target,
        ...(containers && { containers }),
        publicContainers,
      };
    },

    deriveTarget(entity, environment) {
      const names = computeAzureNames(entity, config)?.environments;
      const { account, container } = names?.[environment].storage ?? {};
      if (!names || !account || !container) return undefined;
      const others = environments
        .filter(other => other !== environment)
        .map(other => names[other].storage)
        .filter(storage => storage.account === account)
        .map(storage => storage.container);
      return {
        account,
        own: { container, others },
        publicContainers:
          readNames(entity, azureBlobPublicContainersAnnotation, environment) ??
          [],
      };
    },

    describe: ({ account }) => ({
      title: account,
      url: toAzurePortalUrl(
        azure.config,
        `Microsoft.Storage/storageAccounts/${account}`,
      ),
    }),

    async load({ account, containers, own, publicContainers }) {
      const answers = await readAccount(account);
      if (
        own &&
        !answers.containers.some(({ name }) => name === own.container)
      ) {
        throw new UpstreamError(
          `Storage account ${account} has no container ${own.container}`,
          { kind: 'not-found' },
        );
      }
      return toAzureBlobView({
        ...answers,
        named: containers,
        ignored: own?.others,
        publicContainers,
      });
    },

    toVerdict: view => toAzureBlobVerdict(view, thresholds['azure-blob']),
  };
});

function readNames(
  entity: Entity,
  annotation: AnnotationDefinition,
  environment: Environment,
): string[] | undefined {
  return readLinkAnnotation(entity, annotation, environment)
    ?.split(',')
    .map(name => name.trim());
}
