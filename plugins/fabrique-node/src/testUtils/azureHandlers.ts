import { http, HttpResponse } from 'msw';
import { createAzureConnection } from '../azure';

/**
 * Resource Manager of the tests.
 *
 * @public
 */
export const azureUrl = 'https://arm.example.com';
/**
 * Entra of the tests.
 *
 * @public
 */
export const azureLoginUrl = 'https://login.example.com';
const tenantId = '00000000-0000-4000-8000-0000000000aa';

/**
 * Resource ids of the tests' resource group start with this.
 *
 * @public
 */
export const azureGroupPath =
  '/subscriptions/00000000-0000-4000-8000-0000000000cc/resourceGroups/fabrique/providers';

/**
 * Entra's sign-in, whose tokens hold the secret: one that leaks is found by it.
 *
 * @public
 */
export const azureSignInHandlers = [
  http.get(
    `${azureLoginUrl}/${tenantId}/v2.0/.well-known/openid-configuration`,
    () =>
      HttpResponse.json({
        token_endpoint: `${azureLoginUrl}/${tenantId}/oauth2/v2.0/token`,
        issuer: `${azureLoginUrl}/${tenantId}/v2.0`,
        authorization_endpoint: `${azureLoginUrl}/${tenantId}/oauth2/v2.0/authorize`,
        jwks_uri: `${azureLoginUrl}/keys`,
      }),
  ),
  http.post(
    `${azureLoginUrl}/${tenantId}/oauth2/v2.0/token`,
    async ({ request }) =>
      HttpResponse.json({
        token_type: 'Bearer',
        expires_in: 3599,
        access_token: `token-of-${new URLSearchParams(await request.text()).get(
          'client_secret',
        )}`,
      }),
  ),
];

/**
 * A connection to the Azure of the tests, which gives up after 600 ms.
 *
 * @public
 */
export function createTestAzureConnection(clientSecret = 'azure-secret') {
  return createAzureConnection(
    {
      authorityHost: azureLoginUrl,
      resourceManagerUrl: azureUrl,
      portalUrl: 'https://portal.example.com',
      tenantId,
      clientId: '00000000-0000-4000-8000-0000000000bb',
      clientSecret,
      subscriptionId: '00000000-0000-4000-8000-0000000000cc',
      resourceGroup: 'fabrique',
      location: 'francecentral',
      postgres: {
        port: 5432,
        rejectUnauthorized: true,
        firewallRules: [],
        servers: {},
      },
      storage: {
        sku: { dev: 'Standard_LRS', prod: 'Standard_ZRS' },
        softDeleteDays: { dev: 7, prod: 30 },
      },
    },
    { timeoutMs: 600 },
  );
}
