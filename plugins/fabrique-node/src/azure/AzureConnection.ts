import { MonitorClient } from '@azure/arm-monitor';
import { PostgreSQLManagementFlexibleServerClient } from '@azure/arm-postgresql-flexible';
import { ResourceManagementClient } from '@azure/arm-resources';
import { StorageManagementClient } from '@azure/arm-storage';
import {
  createUpstreamPolicy,
  UpstreamError,
  UpstreamOperation,
  UpstreamPolicy,
  UpstreamPolicyTuning,
} from '../upstream';
import { AzureConfig } from './config';
import {
  AzureCredential,
  createAzureCredential,
} from './createAzureCredential';
import { keepErrorWords } from './errorWords';
import { refuseOtherThanJson } from './refuseOtherThanJson';
import { toAzureError } from './toAzureError';

/**
 * What a portal may set beside its configuration.
 *
 * @public
 */
export interface AzureConnectionTuning extends UpstreamPolicyTuning {
  /** Certificates of authorities that are trusted in place of those of Node, as PEM. */
  ca?: string;
  /** For one call with its retries. Defaults to 20 000. */
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
  monitor: MonitorClient;
  resources: ResourceManagementClient;
  /** Tokens of Entra for what is not the Resource Manager. */
  credential: AzureCredential;
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
  const credential = createAzureCredential(config, tls);
  const endpoint = config.resourceManagerUrl;
  const scoped = {
    ...shared,
    ...(endpoint && {
      endpoint,
      credentials: { scopes: [`${endpoint}/.default`] },
    }),
  };
  const clients = {
    storage: new StorageManagementClient(
      credential,
      config.subscriptionId,
      scoped,
    ),
    monitor: new MonitorClient(credential, config.subscriptionId, scoped),
    resources: new ResourceManagementClient(
      credential,
      config.subscriptionId,
      scoped,
    ),
    postgres: new PostgreSQLManagementFlexibleServerClient(
      credential,
      config.subscriptionId,
      { ...shared, ...(endpoint && { endpoint, $host: endpoint }) },
    ),
  };
  for (const { pipeline } of Object.values(clients)) {
    pipeline.addPolicy(refuseOtherThanJson);
    pipeline.addPolicy(keepErrorWords);
  }
  return {
    config,
    ...clients,
    credential,
    policy: createAzurePolicy(config, { timeoutMs: 20_000, ...tuning }),
    runLong: createLongRunner(
      createAzurePolicy(config, {
        ...tuning,
        timeoutMs: tuning.longTimeoutMs ?? 15 * 60_000,
      }),
    ),
    ca: tuning.ca,
  };
}

function createAzurePolicy(
  config: AzureConfig,
  tuning: UpstreamPolicyTuning,
): UpstreamPolicy {
  const service = 'Azure';
  const policy = createUpstreamPolicy({
    ...tuning,
    service,
    secrets: [config.clientSecret],
  });
  return {
    run: (operation, call) =>
      policy.run(operation, async signal => {
        try {
          return await call(signal);
        } catch (error) {
          throw toAzureError(error, { service, name: operation.name });
        }
      }),
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
