import {
  NextcloudFolderState,
  NextcloudProvisioner,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource } from '../../ensure';
import { Remover } from '../../undo/Remover';

/** What the folder of an application should be. */
export interface FolderOptions {
  nextcloud: NextcloudProvisioner;
  /** Without slashes at its ends. */
  path: string;
  owner: { app: string; task: string };
}

/** Output of the action. */
export type FolderReference = { path: string; url: string };

const keyStart = 'nextcloud/folder/';

/** A folder of the portal's account. */
export function createFolderResource(
  options: FolderOptions,
): EnsuredResource<NextcloudFolderState | undefined, FolderReference> {
  const { nextcloud, path, owner } = options;
  const toReference = (id: string) => ({
    path,
    url: nextcloud.toFolderUrl(id),
  });
  return {
    key: `${keyStart}${path}`,
    title: `NextCloud folder ${path}`,
    ledger: { type: 'nextcloud-folder' },
    read: call => nextcloud.findFolder(path, call),
    plan(found) {
      if (!found) return { verb: 'create' };
      if (!found.owner) {
        return { verb: 'adopt', detail: 'has no owner', untagged: true };
      }
      return found.owner.app === owner.app
        ? { verb: 'nothing', detail: 'exists' }
        : {
            verb: 'conflict',
            detail: `The NextCloud folder ${path} belongs to ${found.owner.app}. Choose another path.`,
          };
    },
    async apply(found, call) {
      if (!found) await nextcloud.createFolder(path, call);
      await nextcloud.setOwner(path, owner, call);
      const made = await nextcloud.findFolder(path, call);
      if (!made)
        throw new Error(`NextCloud has no folder ${path} after it was made`);
      return toReference(made.id);
    },
    refer: found => toReference(found?.id ?? '0'),
    locate: ({ url }) => url,
  };
}

/** Who works in a folder; it comes and goes with the folder. */
export function createShareResource(
  { nextcloud, path }: FolderOptions,
  group: string,
): EnsuredResource<{ isShared: boolean }, string> {
  const isShared = async (call: { signal?: AbortSignal }) =>
    (await nextcloud.listGroups(path, call)).includes(group);
  return {
    key: `${keyStart}${path}/group/${group}`,
    title: `share of ${path} with the group ${group}`,
    read: async call => ({ isShared: await isShared(call) }),
    plan: found =>
      found.isShared
        ? { verb: 'nothing', detail: 'is shared' }
        : { verb: 'create', detail: 'may change everything in it' },
    async apply(_found, call) {
      if (!(await isShared(call))) {
        await nextcloud.shareWithGroup(path, group, call);
      }
      return group;
    },
    refer: () => group,
  };
}

/** Removes a folder. NextCloud keeps it in the bin for a while. */
export function createFolderRemover(nextcloud: NextcloudProvisioner): Remover {
  const nameOf: Remover['nameOf'] = ({ key }) => key.slice(keyStart.length);
  return {
    nameOf,
    async inspect(entry, call) {
      const folder = await nextcloud.findFolder(nameOf(entry), call);
      if (!folder) return { exists: false };
      const { owner, entryCount } = folder;
      if (owner && owner.app !== entry.application) {
        return {
          exists: true,
          obstacle: `The folder ${nameOf(entry)} belongs to ${
            owner.app
          } by now.`,
        };
      }
      return {
        exists: true,
        ...(entryCount > 0 && { data: `files and folders: ${entryCount}` }),
      };
    },
    remove: (entry, call) => nextcloud.deleteFolder(nameOf(entry), call),
  };
}
