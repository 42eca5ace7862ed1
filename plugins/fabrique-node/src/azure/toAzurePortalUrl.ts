import { AzureConfig } from './config';

/**
 * Page of a resource in the Azure portal.
 *
 * @param resource - below the resource group's providers: `Microsoft.Storage/storageAccounts/domifaprod`
 *
 * @public
 */
export function toAzurePortalUrl(
  config: Pick<
    AzureConfig,
    'portalUrl' | 'tenantId' | 'subscriptionId' | 'resourceGroup'
  >,
  resource: string,
): string {
  const { portalUrl, tenantId, subscriptionId, resourceGroup } = config;
  return `${portalUrl}/#@${tenantId}/resource/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/${resource}/overview`;
}
