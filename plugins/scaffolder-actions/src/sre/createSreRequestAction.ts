import { Config } from '@backstage/config';
import {
  fromOwnershipMark,
  Ownership,
  SupportRequests,
  SupportRequestState,
  withOwnershipMark,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsuredResource, EnsureKernel } from '../ensure';
import { computeNames } from '../naming/computeNames';
import { requireConfigured } from '../requireConfigured';
import { examples } from './createSreRequestAction.examples';
import { toRequestBody } from './toRequestBody';

const id = 'fabrique:sre:request';

/**
 * Creates the action `fabrique:sre:request`.
 *
 * @public
 */
export function createSreRequestAction(options: {
  kernel: EnsureKernel;
  config: Config;
  support: SupportRequests | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Asks the SRE team for what no action makes: an issue in the support repository, labelled, with who asks, for which application, and what is to be done. The application's page follows it until it is closed. While it is open, the same title for the same application is the same request.",
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        title: z =>
          z.string().min(5).max(200).describe('What is asked, in one line.'),
        description: z =>
          z
            .string()
            .min(1)
            .describe('What for, and what else is to be known. In Markdown.'),
        details: z =>
          z
            .record(z.string())
            .optional()
            .describe('Facts, as name and value. Never a secret.'),
        plan: z =>
          z
            .array(z.string())
            .optional()
            .describe('What is to be done, one line each.'),
        labels: z =>
          z
            .array(z.string())
            .optional()
            .describe("Labels beside the portal's own."),
      },
      output: {
        url: z => z.string().describe('Page of the issue.'),
        number: z => z.number().describe('Number of the issue.'),
      },
    },
    prepare({ name, title, labels = [], ...input }, ctx) {
      const support = requireConfigured(
        options.support,
        id,
        'a support repository',
        'support',
      );
      const { repository, repositoryUrl } = computeNames(options.config, name);
      const request = createRequestResource({
        support,
        title,
        labels,
        owner: { app: repository, task: ctx.task.id },
        body: toRequestBody({
          application: repository,
          applicationUrl: repositoryUrl,
          person: ctx.user?.ref,
          description: input.description,
          details: input.details ?? {},
          plan: input.plan ?? [],
        }),
      });
      return {
        application: repository,
        resources: [request],
        toOutputs: references => references(request.key) as RequestReference,
      };
    },
  });
}

type RequestReference = { url: string; number: number };

function createRequestResource(wish: {
  support: SupportRequests;
  title: string;
  labels: string[];
  owner: Ownership;
  body: string;
}): EnsuredResource<{ request?: SupportRequestState }, RequestReference> {
  const { support, title, owner } = wish;
  const find = async (call: { signal?: AbortSignal }) => {
    const open = await support.listOpen(call);
    return open.find(
      request =>
        request.title === title &&
        fromOwnershipMark(request.body)?.app === owner.app,
    );
  };
  const toReference = ({ url, number }: SupportRequestState) => ({
    url,
    number,
  });
  return {
    key: `github/${support.repository}/request/${owner.app}/${title}`,
    title: `request “${title}”`,
    ledger: { type: 'sre-request' },
    read: async call => ({ request: await find(call) }),
    plan: ({ request }) =>
      request
        ? { verb: 'nothing', detail: `#${request.number} is open` }
        : { verb: 'create', detail: `in ${support.repository}` },
    async apply({ request }, call) {
      if (request) return toReference(request);
      return toReference(
        await support.open(
          {
            title,
            body: withOwnershipMark(wish.body, owner),
            labels: wish.labels,
          },
          call,
        ),
      );
    },
    refer: ({ request }) =>
      request ? toReference(request) : { url: support.toHtmlUrl(), number: 0 },
    locate: ({ url }) => url,
  };
}
