import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  compareVerdictLevels,
  fabriqueServiceReadPermission,
  IntegrationResult,
  VerdictLevel,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { OverviewService } from '../overview/OverviewService';
import { EntityRouteServices, readEntityFor } from '../readPermittedEntity';
import { createWords, Words } from '../words/createWords';

/**
 * Adds the action `fabrique:get-entity-health`, with which an assistant that is connected to the portal
 * tells how the services of an entity are doing. It sees what the person sees for whom it asks.
 */
export function registerGetEntityHealth(
  registry: ActionsRegistryService,
  access: Pick<EntityRouteServices, 'catalog' | 'permissions'> & {
    overview: OverviewService;
  },
): void {
  registry.register({
    name: 'get-entity-health',
    title: 'Get the health of an entity',
    description: `
Tells how each service of a catalog entity is doing in one environment: Kubernetes, GitLab, GitHub, UppTime,
Sentry, Grafana, Matomo, databases, storage, mail and shared folders. Each service has a state, and where it
answered a verdict: \`ok\`, \`attention\` or \`problem\`, with its reasons in words.

## When to use

Whenever somebody asks how an application is, what is wrong with it, or whether one of its services has a
problem. For all applications with a problem, use \`list-unhealthy-entities\`. An answer may be a few minutes
old: \`fetchedAt\` says when the service gave it. \`pending\` means that it was asked for the first time: ask
again in a few seconds.
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          name: z.string().describe('Name of the catalog entity.'),
          kind: z.string().default('Component').describe('Kind of the entity.'),
          namespace: z
            .string()
            .default('default')
            .describe('Namespace of the entity.'),
          environment: z
            .enum(['prod', 'preprod', 'dev'])
            .default('prod')
            .describe('Environment that is asked about.'),
          language: z
            .enum(['fr', 'en'])
            .default('fr')
            .describe('Language of the summaries.'),
        }),
      output: z =>
        z.object({
          entityRef: z.string(),
          environment: z.enum(['prod', 'preprod', 'dev']),
          level: z
            .enum(['problem', 'attention', 'ok'])
            .optional()
            .describe('The worst verdict; absent when no service has one.'),
          services: z.array(
            z.object({
              service: z.string().describe('Id of the service: `sentry`.'),
              title: z.string().describe('Its name: `Sentry`.'),
              state: z.enum([
                'ok',
                'pending',
                'not-configured',
                'not-linked',
                'failed',
              ]),
              level: z.enum(['problem', 'attention', 'ok']).optional(),
              summary: z.string().describe('How it is doing, in words.'),
              url: z.string().optional().describe('Its page in the tool.'),
              fetchedAt: z.string().optional().describe('ISO 8601.'),
            }),
          ),
        }),
    },
    examples: [
      {
        title: 'How is DomiFa in production?',
        input: {
          kind: 'Component',
          namespace: 'default',
          name: 'domifa',
          environment: 'prod',
          language: 'en',
        },
        output: {
          entityRef: 'component:default/domifa',
          environment: 'prod',
          level: 'attention',
          services: [
            {
              service: 'sentry',
              title: 'Sentry',
              state: 'ok',
              level: 'attention',
              summary: 'needs attention: 12 new errors since yesterday',
              fetchedAt: '2026-11-26T08:00:00.000Z',
            },
          ],
        },
      },
    ],
    async action({ input, credentials }) {
      const { environment, language, ...names } = input;
      const entityRef = stringifyEntityRef(names);
      const entity = await readEntityFor(credentials, access, {
        entityRef,
        permission: fabriqueServiceReadPermission,
        refusal: 'You may not see the services of',
      });
      const { services } = await access.overview.read(entity, environment);
      const words = createWords(language);
      const results = Object.entries<IntegrationResult>(services);
      return {
        output: {
          entityRef,
          environment,
          level: toWorst(results.map(([, result]) => result)),
          services: results.map(([service, result]) => ({
            service,
            title: words.serviceTitle(service),
            ...describe(result, words),
          })),
        },
      };
    },
  });
}

function describe(result: IntegrationResult, words: Words) {
  const { state } = result;
  const url = 'linked' in result ? result.linked?.url : undefined;
  if (result.state !== 'ok') {
    return {
      state,
      summary: words.service(
        result.state === 'failed'
          ? { state: 'failed', failureKind: result.failure.kind }
          : { state: result.state },
      ),
      url,
    };
  }
  const { verdict, fetchedAt, failure } = result;
  return {
    state,
    level: verdict.level,
    summary: words.service({
      state: result.state,
      ...verdict,
      ...(failure && { failureKind: failure.kind }),
    }),
    url,
    fetchedAt,
  };
}

function toWorst(results: IntegrationResult[]): VerdictLevel | undefined {
  return results
    .flatMap(result => (result.state === 'ok' ? result.verdict.level : []))
    .sort(compareVerdictLevels)[0];
}
