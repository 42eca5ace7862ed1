import { Config } from '@backstage/config';
import {
  Office365Provisioner,
  Office365Tuning,
  readOffice365Config,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureKernel } from '../../ensure';
import { Removers } from '../../undo/Remover';
import { createMailboxRemover } from './createMailboxResources';
import { createOffice365MailboxEnsureAction } from './createOffice365MailboxEnsureAction';

/** The actions of Office 365, and what undoes them. */
export function createOffice365Actions(deps: {
  kernel: EnsureKernel;
  config: Config;
  /** How Entra is reached beside its configuration. */
  tuning?: Pick<Office365Tuning, 'ca'>;
}) {
  const { kernel, config, tuning } = deps;
  const office365Config = readOffice365Config(config);
  const office365 =
    office365Config && new Office365Provisioner(office365Config, tuning);
  return {
    actions: {
      mailbox: createOffice365MailboxEnsureAction({
        kernel,
        config,
        office365,
      }),
    },
    removers: {
      ...(office365 && { 'office365-group': createMailboxRemover(office365) }),
    } satisfies Removers,
  };
}
