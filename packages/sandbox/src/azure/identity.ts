/** Who may sign in to the sandbox's Azure, and what it then sees. As in app-config.yaml. */
export const identity = {
  tenantId: '00000000-0000-4000-8000-000000000001',
  clientId: '00000000-0000-4000-8000-000000000002',
  clientSecret: 'sandbox-azure-secret',
  subscriptionId: '00000000-0000-4000-8000-000000000003',
  resourceGroup: 'fabrique',
  location: 'francecentral',
} as const;

/** The id of a resource in the sandbox's resource group, such as `Microsoft.Storage/storageAccounts/x`. */
export function toResourceId(path: string): string {
  return `/subscriptions/${identity.subscriptionId}/resourceGroups/${identity.resourceGroup}/providers/${path}`;
}

/** Who made a resource, and when: on every resource of Azure. */
export function toSystemData(createdAt: string) {
  return {
    createdBy: identity.clientId,
    createdByType: 'Application',
    createdAt,
  };
}
