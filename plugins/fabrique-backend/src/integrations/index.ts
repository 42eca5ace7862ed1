import { IntegrationId } from '@socialgouv/backstage-plugin-fabrique-common';
import { githubProvider } from './github/githubProvider';
import { grafanaProvider } from './grafana/grafanaProvider';
import { matomoProvider } from './matomo/matomoProvider';
import { ProviderFactory } from './ProviderFactory';
import { sentryProvider } from './sentry/sentryProvider';

/** The suite's own services. */
export const providerFactories = {
  github: githubProvider,
  sentry: sentryProvider,
  grafana: grafanaProvider,
  matomo: matomoProvider,
} satisfies { [Id in IntegrationId]?: ProviderFactory<Id> };
