import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { fabriqueFleetReadPermission } from '@socialgouv/backstage-plugin-fabrique-common';
import { VisibleRefs } from './FleetReader';
import { FleetVisibility } from './FleetVisibility';

/**
 * Tells which components of the fleet the bearer of the credentials may see.
 *
 * @throws NotAllowedError if they may not see the fleet.
 */
export async function authorizeFleet(
  credentials: BackstageCredentials,
  options: { permissions: PermissionsService; visibility: FleetVisibility },
): Promise<VisibleRefs> {
  const [{ result }] = await options.permissions.authorize(
    [{ permission: fabriqueFleetReadPermission }],
    { credentials },
  );
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError('You may not see the fleet');
  }
  return options.visibility.resolve(credentials);
}
