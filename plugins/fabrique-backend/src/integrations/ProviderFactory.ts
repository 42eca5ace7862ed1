import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  IntegrationId,
  IntegrationViews,
  Thresholds,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  AzureConnection,
  GithubApi,
  GitlabApi,
  IntegrationProvider,
  UpstreamPolicyTuning,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** What a built-in provider is made of. */
export interface ProviderDependencies {
  config: Config;
  logger: LoggerService;
  thresholds: Thresholds;
  /** How patient every client of an upstream is. */
  tuning: UpstreamPolicyTuning;
  /** Shared, so that its breaker and its bulkhead see all calls; absent without `fabrique.github`. */
  github?: GithubApi;
  /** Shared likewise; absent without `fabrique.azure`. */
  azure?: AzureConnection;
  /** Shared as that of GitHub is; absent without `fabrique.gitlab`. */
  gitlab?: GitlabApi;
}

/** Makes a provider, or undefined where the portal is not connected to that service. */
export type ProviderFactory<
  Id extends IntegrationId = IntegrationId,
  Target extends JsonObject = any,
> = (
  dependencies: ProviderDependencies,
) => IntegrationProvider<IntegrationViews[Id], Target, any> | undefined;

/** Ties a provider to the view of its id, so that the compiler checks one against the other. */
export function createProviderFactory<
  Id extends IntegrationId,
  Target extends JsonObject,
>(factory: ProviderFactory<Id, Target>): ProviderFactory<Id, Target> {
  return factory;
}
