import { PostgreSQLManagementFlexibleServerClient } from '@azure/arm-postgresql-flexible';
import { StorageManagementClient } from '@azure/arm-storage';
import { ClientSecretCredential } from '@azure/identity';
import {
  createUpstreamPolicy,
  UpstreamError,
  UpstreamOperation,
  UpstreamPolicy,
} from '../upstream';
import { AzureConfig } from './config';

/**
 * What a portal may set beside its configuration.
 *
 * @public
 */
export interface AzureConnectionTuning {
  /** Certificates of authorities that are trusted in place of those of Node, as PEM. */
  ca?: string;
  /** For one call with its retries, in milliseconds. Defaults to 20 000. */
  timeoutMs?: number;
  /** For operations that Azure carries out in the background, in milliseconds. Defaults to 15 minutes. */
  longTimeoutMs?: number;
}

/**
 * The Resource Manager's clients, their sign-in and their policies.
 *
 * @public
 */
export interface AzureConnection {
  config: AzureConfig;
  storage: StorageManagementClient;
  postgres: PostgreSQLManagementFlexibleServerClient;
  policy: UpstreamPolicy;
  /** Runs an operation that Azure carries out in the background. */
  runLong: UpstreamPolicy['run'];
  ca?: string;
}

/**
 * Connects to Azure with the secret of an application registration.
 *
 * @public
 */
export function createAzureConnection(
  config: AzureConfig,
  tuning: AzureConnectionTuning = {},
): AzureConnection {
  const tls = tuning.ca ? { tlsOptions: { ca: tuning.ca } } : {};
  // Retries are those of the policy; the SDKs' own would multiply them.
  const shared = { ...tls, retryOptions: { maxRetries: 0 } };
  const credential = new ClientSecretCredential(
    config.tenantId,
    config.clientId,
    config.clientSecret,
    {
      ...shared,
      ...(config.authorityHost && {
        authorityHost: config.authorityHost,
        // Only the public clouds' hosts can be looked up at Microsoft.
        disableInstanceDiscovery: true,
      }),
    },
  );
  const endpoint = config.resourceManagerUrl;
  return {
    config,
    storage: new StorageManagementClient(credential, config.subscriptionId, {
      ...shared,
      ...(endpoint && {
        endpoint,
        credentials: { scopes: [`${endpoint}/.default`] },
      }),
    }),
    postgres: new PostgreSQLManagementFlexibleServerClient(
      credential,
      config.subscriptionId,
      { ...shared, ...(endpoint && { endpoint, $host: endpoint }) },
    ),
    policy: createUpstreamPolicy({
      service: 'Azure',
      secrets: [config.clientSecret],
      timeoutMs: tuning.timeoutMs ?? 20_000,
    }),
    runLong: createLongRunner(
      createUpstreamPolicy({
        service: 'Azure',
        secrets: [config.clientSecret],
        timeoutMs: tuning.longTimeoutMs ?? 15 * 60_000,
      }),
    ),
    ca: tuning.ca,
  };
}

/** An operation that Azure took and then failed throws an `Error` with nothing but a message. */
function createLongRunner(policy: UpstreamPolicy): UpstreamPolicy['run'] {
  return <T>(
    operation: UpstreamOperation,
    call: (signal: AbortSignal) => Promise<T>,
  ) =>
    policy.run(operation, async signal => {
      try {
        return await call(signal);
      } catch (error) {
        if (error instanceof Error && isFailedOperation(error)) {
          throw new UpstreamError(`Azure ${operation.name}: it failed`, {
            kind: 'invalid-response',
            detail: error.message.slice(0, 500),
          });
        }
        throw error;
      }
    });
}

function isFailedOperation(error: Error): boolean {
  return (
    error.name === 'Error' && !('code' in error) && !('statusCode' in error)
  );
}
