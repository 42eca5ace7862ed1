import { Config } from '@backstage/config';
import {
  NextcloudProvisioner,
  readNextcloudConfig,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureKernel } from '../../ensure';
import { Removers } from '../../undo/Remover';
import { createFolderRemover } from './createFolderResource';
import { createNextcloudFolderEnsureAction } from './createNextcloudFolderEnsureAction';

/** The actions of NextCloud, and what undoes them. */
export function createNextcloudActions(deps: {
  kernel: EnsureKernel;
  config: Config;
}) {
  const nextcloudConfig = readNextcloudConfig(deps.config);
  const nextcloud =
    nextcloudConfig && new NextcloudProvisioner(nextcloudConfig);
  return {
    actions: {
      folder: createNextcloudFolderEnsureAction({ ...deps, nextcloud }),
    },
    removers: {
      ...(nextcloud && { 'nextcloud-folder': createFolderRemover(nextcloud) }),
    } satisfies Removers,
  };
}
