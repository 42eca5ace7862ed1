import { Config } from '@backstage/config';
import {
  readTipimailConfig,
  TipimailProvisioner,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureKernel } from '../../ensure';
import { SecretSinks } from '../../sinks/SecretSink';
import { Removers } from '../../undo/Remover';
import { createApiKeyRemover } from './createApiKeyResource';
import { createDomainRemover } from './createDomainResource';
import { createTipimailApiKeyEnsureAction } from './createTipimailApiKeyEnsureAction';
import { createTipimailDomainEnsureAction } from './createTipimailDomainEnsureAction';

/** The actions of Tipimail, and what undoes them. */
export function createTipimailActions(deps: {
  kernel: EnsureKernel;
  config: Config;
  sinks: SecretSinks;
}) {
  const tipimailConfig = readTipimailConfig(deps.config);
  const tipimail = tipimailConfig && new TipimailProvisioner(tipimailConfig);
  return {
    actions: {
      domain: createTipimailDomainEnsureAction({ ...deps, tipimail }),
      apiKey: createTipimailApiKeyEnsureAction({ ...deps, tipimail }),
    },
    removers: {
      ...(tipimail && {
        'tipimail-domain': createDomainRemover(tipimail),
        'tipimail-api-key': createApiKeyRemover(tipimail),
      }),
    } satisfies Removers,
  };
}
