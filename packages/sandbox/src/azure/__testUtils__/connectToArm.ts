import { ClientSecretCredential } from '@azure/identity';
import { readFileSync } from 'fs';
import { identity } from '../identity';
import { TestSandbox } from '../../testing/startTestSandbox';

/** Connects a client of Azure's SDK to the Azure of a sandbox, as the portal's identity. */
export function connectToArm<T>(
  sandbox: TestSandbox,
  Client: new (
    credential: ClientSecretCredential,
    subscription: string,
    options: object,
  ) => T,
): T {
  const ca = readFileSync(sandbox.caCertificatePath, 'utf8');
  const options = { tlsOptions: { ca }, retryOptions: { maxRetries: 0 } };
  const url = sandbox.urls.azure;
  return new Client(
    new ClientSecretCredential(
      identity.tenantId,
      identity.clientId,
      identity.clientSecret,
      { ...options, authorityHost: url, disableInstanceDiscovery: true },
    ),
    identity.subscriptionId,
    {
      ...options,
      endpoint: url,
      // The client of Postgres calls it so.
      $host: url,
      credentials: { scopes: [`${url}/.default`] },
    },
  );
}
