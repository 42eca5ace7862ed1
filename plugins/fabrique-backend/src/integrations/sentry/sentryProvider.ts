import {
  Environment,
  sentryAnnotation,
  toSentryVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  readLinkAnnotation,
  readSentryConfig,
  SentryClient,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { createProviderFactory } from '../ProviderFactory';
import { toSentryView } from './toSentryView';

type SentryTarget = {
  organization: string;
  project: string;
  environment: Environment;
};

/** How Sentry answers for an entity. */
export const sentryProvider = createProviderFactory<'sentry', SentryTarget>(
  ({ config, thresholds }) => {
    const sentry = readSentryConfig(config);
    if (!sentry) return undefined;
    const client = SentryClient.create(sentry);
    return {
      id: 'sentry',
      annotation: sentryAnnotation,
      freshForMs: 60_000,

      toTarget(entity, environment) {
        const slug = readLinkAnnotation(entity, sentryAnnotation);
        if (!slug) return undefined;
        const [project, organization = sentry.organization] = slug
          .split('/')
          .reverse();
        return { organization, project, environment };
      },

      describe: ({ organization, project }) => ({
        title: project,
        url: `${sentry.baseUrl}/organizations/${organization}/projects/${project}/`,
      }),

      async load({ organization, project, environment }, options) {
        const ref = { organization, project };
        const [{ id: projectId }, environments] = await Promise.all([
          client.getProject(ref, options),
          client.listEnvironments(ref, options),
        ]);
        // Sentry answers 404 to an environment that it does not know: it is asked for known ones only.
        const names = environments.filter(name =>
          sentry.environmentNames[environment].includes(name),
        );
        const query = { organization, projectId, environments: names };
        const [unresolved, stats, releases, sessions] = await Promise.all([
          names.length > 0
            ? client.listUnresolvedIssues(query, options)
            : { issues: [], total: 0, complete: true },
          client.getEventStats(query, options),
          client.listReleases(query, options),
          names.length > 0 ? client.getSessions(query, options) : undefined,
        ]);
        return toSentryView({
          baseUrl: sentry.baseUrl,
          organization,
          project,
          issues: unresolved.issues,
          issueTotal: unresolved.total,
          issuesComplete: unresolved.complete,
          stats,
          environments,
          releases,
          sessions,
          now: new Date(),
        });
      },

      toVerdict: view => toSentryVerdict(view, thresholds.sentry),
    };
  },
);
