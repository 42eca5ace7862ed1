import {
  Environment,
  sentryAnnotation,
  toSentryVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  readLinkAnnotation,
  readSentryConfig,
  SentryClient,
  SentryScope,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { computeEntityNames } from '../../names/computeEntityNames';
import { createProviderFactory } from '../ProviderFactory';
import { toSentryView } from './toSentryView';

type SentryTarget = {
  organization: string;
  project: string;
  environment: Environment;
};

/** How Sentry answers for an entity. */
export const sentryProvider = createProviderFactory<'sentry', SentryTarget>(
  ({ config, thresholds, tuning }) => {
    const sentry = readSentryConfig(config);
    if (!sentry) return undefined;
    const client = SentryClient.create(sentry, tuning);
    const parse = (slug: string, environment: Environment): SentryTarget => {
      const [project, organization = sentry.organization] = slug
        .split('/')
        .reverse();
      return { organization, project, environment };
    };
    return {
      id: 'sentry',
      annotation: sentryAnnotation,
      freshForMs: 60_000,

      toTarget(entity, environment) {
        const slug = readLinkAnnotation(entity, sentryAnnotation, environment);
        return slug ? parse(slug, environment) : undefined;
      },

      deriveTarget(entity, environment) {
        const names = computeEntityNames(entity, config);
        return names && parse(names.sentrySlug, environment);
      },

      describe: ({ organization, project }) => ({
        title: project,
        url: `${sentry.baseUrl}/organizations/${organization}/projects/${project}/`,
      }),

      async load({ organization, project, environment }, options) {
        const ref = { organization, project };
        // First, as for an application that is linked by its name alone there may be no such project.
        const { id: projectId, hasSessions } = await client.getProject(
          ref,
          options,
        );
        const environments = await client.listEnvironments(ref, options);
        // Sentry answers 404 to an environment that it does not know: it is asked for known ones only.
        const shownEnvironments = environments.filter(name =>
          sentry.environmentNames[environment].includes(name),
        );
        const isHeardOf = shownEnvironments.length > 0;
        const scope = {
          organization,
          projectId,
          environments: shownEnvironments,
        };
        const [issues, stats, releases, sessions] = await Promise.all([
          isHeardOf ? readIssues(client, scope, options) : undefined,
          client.getEventStats(scope, options),
          isHeardOf ? client.listReleases(scope, options) : [],
          isHeardOf && hasSessions !== false
            ? client.getSessions(scope, options)
            : undefined,
        ]);
        return toSentryView({
          baseUrl: sentry.baseUrl,
          organization,
          project,
          ...issues,
          stats,
          environments,
          shownEnvironments,
          releases,
          sessions,
          now: new Date(),
        });
      },

      toVerdict: view => toSentryVerdict(view, thresholds.sentry),
    };
  },
);

/** Where the most frequent issues are not all, the new and the regressed ones are asked for apart. */
async function readIssues(
  client: SentryClient,
  scope: SentryScope,
  options: { signal: AbortSignal },
) {
  const unresolved = await client.listUnresolvedIssues(scope, options);
  if (unresolved.issues.length >= unresolved.total) return { unresolved };
  const [fresh, regressed] = await Promise.all([
    client.listNewIssues(scope, options),
    client.listRegressedIssues(scope, options),
  ]);
  return { unresolved, fresh, regressed };
}
