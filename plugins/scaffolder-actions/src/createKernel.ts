import {
  AuditorService,
  AuthService,
  DiscoveryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { fabriqueResourceAdoptPermission } from '@socialgouv/backstage-plugin-fabrique-common';
import { LedgerClient } from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureKernel } from './ensure';
import { Policy } from './policy/Policy';

/**
 * Makes what all actions share.
 *
 * @throws Error naming the full key, if the configuration is wrong.
 *
 * @public
 */
export function createKernel(options: {
  auditor: AuditorService;
  auth: AuthService;
  config: Config;
  discovery: DiscoveryService;
  permissions: PermissionsService;
}): EnsureKernel {
  const { auditor, config, permissions } = options;
  const appUrl = (config.getOptionalString('app.baseUrl') ?? '').replace(
    /\/+$/,
    '',
  );
  return {
    ledger: LedgerClient.create(options),
    policy: Policy.fromConfig(config),
    opsGroup:
      config.getOptionalString('fabrique.opsGroup') ?? 'group:default/sre',
    auditor,
    toUndoUrl: taskId => {
      const answers = encodeURIComponent(JSON.stringify({ taskId }));
      return `${appUrl}/create/templates/default/undo?formData=${answers}`;
    },
    async mayAdopt(credentials) {
      const [decision] = await permissions.authorize(
        [{ permission: fabriqueResourceAdoptPermission }],
        { credentials },
      );
      return decision.result === AuthorizeResult.ALLOW;
    },
  };
}
