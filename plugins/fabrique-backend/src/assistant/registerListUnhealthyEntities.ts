import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { fabriqueFleetReadPermission } from '@socialgouv/backstage-plugin-fabrique-common';
import { OpenFleet } from '../fleet/openFleet';
import { createWords } from '../words/createWords';

/**
 * Adds the action `fabrique:list-unhealthy-entities`, with which an assistant that is connected to the
 * portal tells which applications need someone. It sees what the person sees for whom it asks.
 */
export function registerListUnhealthyEntities(
  registry: ActionsRegistryService,
  fleet: Pick<OpenFleet, 'readPage'>,
): void {
  registry.register({
    name: 'list-unhealthy-entities',
    title: 'List the entities that are not well',
    description: `
Lists the components of the catalog whose services have a problem or need attention, worst first, as the
portal saw them last in the background. Only what the person may see is listed.

## When to use

Whenever somebody asks what is wrong today, which applications of a team have a problem, or what needs
attention first. For the details of one application, use \`get-entity-health\`.
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: fabriqueFleetReadPermission,
    schema: {
      input: z =>
        z.object({
          environment: z
            .enum(['prod', 'preprod', 'dev'])
            .default('prod')
            .describe('Environment that is asked about.'),
          levels: z
            .array(z.enum(['problem', 'attention', 'unknown']))
            .min(1)
            .default(['problem', 'attention'])
            .describe(
              '`unknown` are those of which nothing bad is known and a service does not answer.',
            ),
          owners: z
            .array(z.string())
            .max(50)
            .default([])
            .describe(
              'References of owners, `group:default/domifa`; all by default.',
            ),
          limit: z.number().int().min(1).max(100).default(20),
          language: z
            .enum(['fr', 'en'])
            .default('fr')
            .describe('Language of the summaries.'),
        }),
      output: z =>
        z.object({
          total: z.number().describe('Of all that match, listed or not.'),
          oldestAnswerAt: z
            .string()
            .optional()
            .describe('ISO 8601 time of the oldest answer among those listed.'),
          entities: z.array(
            z.object({
              entityRef: z.string(),
              title: z.string(),
              owner: z.string().optional(),
              level: z.enum(['problem', 'attention', 'unknown', 'ok', 'none']),
              services: z
                .array(
                  z.object({
                    service: z.string(),
                    title: z.string(),
                    summary: z.string(),
                  }),
                )
                .describe('Those that are not well, or do not answer.'),
            }),
          ),
        }),
    },
    examples: [
      {
        title: 'What has a problem in production?',
        input: {
          environment: 'prod',
          levels: ['problem'],
          owners: [],
          limit: 20,
          language: 'en',
        },
        output: {
          total: 1,
          oldestAnswerAt: '2026-11-26T08:00:00.000Z',
          entities: [
            {
              entityRef: 'component:default/domifa',
              title: 'DomiFa',
              owner: 'group:default/domifa',
              level: 'problem',
              services: [
                {
                  service: 'upptime',
                  title: 'UppTime',
                  summary: 'problem: the site does not answer',
                },
              ],
            },
          ],
        },
      },
    ],
    async action({ input, credentials }) {
      const { language, ...query } = input;
      const words = createWords(language);
      const { rows, total, oldestAnswerAt } = await fleet.readPage(
        query,
        credentials,
      );
      return {
        output: {
          total,
          oldestAnswerAt,
          entities: rows.map(
            ({ entityRef, title, owner, level, services }) => ({
              entityRef,
              title,
              owner,
              level,
              services: Object.entries(services)
                .filter(
                  ([, { state, reasons = [] }]) =>
                    state === 'failed' || reasons.length > 0,
                )
                .map(([service, health]) => ({
                  service,
                  title: words.serviceTitle(service),
                  summary: words.service(health),
                })),
            }),
          ),
        },
      };
    },
  });
}
