import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  AzureStorage,
  ContainerLifecycle,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource } from '../../ensure';

interface ContainerOptions {
  storage: AzureStorage;
  account: string;
  container: string;
}

/** A container: a private one, or one of which everybody may read the files. */
export function createContainerResource(
  options: ContainerOptions & { environment: Environment; isPublic?: boolean },
): EnsuredResource<{ container?: { isPublic: boolean } }, string> {
  const { storage, account, container: name, isPublic } = options;
  return {
    key: `azure-blob/${account}/${name}`,
    title: `container ${name}`,
    ledger: {
      type: 'blob-container',
      environment: options.environment,
    },
    async read(call) {
      return { container: await storage.containers.get(account, name, call) };
    },
    plan({ container }) {
      if (!container) {
        return {
          verb: 'create',
          detail: isPublic ? 'everybody may read its files' : 'private',
        };
      }
      // People may have opened it, or closed it, on purpose.
      return {
        verb: 'nothing',
        detail: container.isPublic ? 'exists, and is public' : 'exists',
      };
    },
    async apply(_found, call) {
      await storage.containers.create(account, name, { ...call, isPublic });
      return name;
    },
    refer: () => name,
  };
}

/** What becomes of the files of a container as they age; comes and goes with the container. */
export function createLifecycleResource(
  options: ContainerOptions & { lifecycle: ContainerLifecycle },
): EnsuredResource<{ present?: ContainerLifecycle }, string> {
  const { storage, account, container: name, lifecycle } = options;
  const detail = [
    lifecycle.coolAfterDays && `cool after ${lifecycle.coolAfterDays} days`,
    lifecycle.deleteAfterDays &&
      `deleted after ${lifecycle.deleteAfterDays} days`,
  ]
    .filter(Boolean)
    .join(', ');
  return {
    key: `azure-blob/${account}/${name}/lifecycle`,
    title: `lifecycle of container ${name}`,
    async read(call) {
      return { present: await storage.lifecycle.get(account, name, call) };
    },
    plan({ present }) {
      if (!present) return { verb: 'create', detail };
      const isSame =
        present.deleteAfterDays === lifecycle.deleteAfterDays &&
        present.coolAfterDays === lifecycle.coolAfterDays;
      return { verb: isSame ? 'nothing' : 'update', detail };
    },
    async apply(_found, call) {
      await storage.lifecycle.put(account, name, lifecycle, call);
      return name;
    },
    refer: () => name,
  };
}
