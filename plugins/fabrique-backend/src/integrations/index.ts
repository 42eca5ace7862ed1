import { IntegrationId } from '@socialgouv/backstage-plugin-fabrique-common';
import { ProviderFactory } from './ProviderFactory';
import { sentryProvider } from './sentry/sentryProvider';

/** The suite's own services. */
export const providerFactories = {
  sentry: sentryProvider,
} satisfies { [Id in IntegrationId]?: ProviderFactory<Id> };
