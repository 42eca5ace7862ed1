import { Config } from '@backstage/config';
import {
  GithubProvisioner,
  UpptimeConfig,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import {
  createPullRequestResource,
  PullRequestReference,
} from '../github/createPullRequestResource';
import { addSite } from './addSite';
import { examples } from './createUpptimeSiteEnsureAction.examples';

const id = 'fabrique:upptime:site:ensure';
const path = '.upptimerc.yml';

/**
 * Creates the action `fabrique:upptime:site:ensure`.
 *
 * @public
 */
export function createUpptimeSiteEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  github: GithubProvisioner | undefined;
  upptime: UpptimeConfig | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Makes sure that UppTime watches an address: a pull request on UppTime's repository adds it to .upptimerc.yml, and leaves comments, order and everything else as they are. UppTime begins once the pull request is merged. An address that it watches already needs nothing.",
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        url: z => z.string().url().describe('Address that is watched.'),
        title: z =>
          z
            .string()
            .optional()
            .describe('What the status page calls it; by default the name.'),
        expectedStatusCodes: z =>
          z
            .array(z.number().int().min(100).max(599))
            .optional()
            .describe(
              'Codes that mean that it is up, where others than 200 do.',
            ),
      },
      output: {
        url: z =>
          z
            .string()
            .describe(
              "Page of the pull request; of UppTime's repository, where the address is watched already.",
            ),
        siteUrl: z =>
          z
            .string()
            .describe(
              'Value of the annotation fabrique.social.gouv.fr/upptime-url.',
            ),
      },
    },
    prepare({ name, url, title = name, expectedStatusCodes }, ctx) {
      const github = requireConfigured(options.github, id, 'GitHub', 'github');
      const { owner, repo } = requireConfigured(
        options.upptime?.repository,
        id,
        "UppTime's repository",
        'upptime.repository',
      );
      if (owner !== github.organization) {
        throw new Error(
          `${id} cannot run: fabrique.upptime.repository is of ${owner}, and the portal writes to ${github.organization} only.`,
        );
      }
      const { repository: application } = computeNames(options.config, name);
      const site = {
        name: title,
        url,
        ...(expectedStatusCodes && { expectedStatusCodes }),
      };
      const pull = createPullRequestResource({
        github,
        repository: repo,
        owner: { app: application, task: ctx.task.id },
        branch: `fabrique/${new URL(url).host}`,
        title: `feat: surveille ${title}`,
        description: `Surveiller ${url}, pour ${application}.`,
        async makeFiles(call) {
          const text = await github.files.readText(repo, path, call);
          if (text === undefined) {
            throw new Error(`${owner}/${repo} has no file ${path}`);
          }
          return [{ path, content: Buffer.from(addSite(text, site)) }];
        },
      });
      return {
        application,
        resources: [pull],
        toOutputs: references => ({
          url: (references(pull.key) as PullRequestReference).url,
          siteUrl: url,
        }),
      };
    },
  });
}
