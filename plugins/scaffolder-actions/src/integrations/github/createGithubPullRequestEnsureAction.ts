import {
  getRepoSourceDirectory,
  serializeDirectoryContents,
} from '@backstage/plugin-scaffolder-node';
import { InputError } from '@backstage/errors';
import {
  ProposedFile,
  GithubProvisioner,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { requireConfigured } from '../../requireConfigured';
import { examples } from './createGithubPullRequestEnsureAction.examples';
import {
  createPullRequestResource,
  PullRequestReference,
} from './createPullRequestResource';

const id = 'fabrique:github:pull-request:ensure';

/**
 * Creates the action `fabrique:github:pull-request:ensure`.
 *
 * @public
 */
export function createGithubPullRequestEnsureAction(options: {
  kernel: EnsureKernel;
  github: GithubProvisioner | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      'Makes sure of a pull request that proposes files of the workspace to a repository of the organization: one commit on a branch, and the pull request. Run again, it completes the same pull request; what the repository has already is not proposed.',
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository.'),
        branch: z =>
          z
            .string()
            .regex(/^[\w][\w./-]*[\w-]$/)
            .describe('Branch of the pull request: fabrique/base-de-donnees.'),
        title: z =>
          z
            .string()
            .min(1)
            .describe('Title of the pull request and of its commit.'),
        description: z =>
          z
            .string()
            .optional()
            .describe('Text of the pull request, in Markdown.'),
        sourcePath: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder of the workspace whose files are proposed; by default all of it.',
            ),
        base: z =>
          z
            .string()
            .optional()
            .describe(
              'Branch that the files are for; by default the default branch.',
            ),
      },
      output: {
        url: z =>
          z
            .string()
            .describe(
              'Page of the pull request; of the repository, where it has all the files already.',
            ),
        number: z =>
          z
            .number()
            .optional()
            .describe('Number of the pull request, where there is one.'),
        branch: z => z.string().describe('Branch of the pull request.'),
        commitSha: z => z.string().describe('Newest commit of the branch.'),
      },
    },
    prepare({ name, branch, title, description, sourcePath, base }, ctx) {
      const github = requireConfigured(options.github, id, 'GitHub', 'github');
      const application = `${github.organization}/${name}`;
      const directory = getRepoSourceDirectory(ctx.workspacePath, sourcePath);
      const pull = createPullRequestResource({
        github,
        repository: name,
        owner: { app: application, task: ctx.task.id },
        branch,
        base,
        title,
        description: description ?? '',
        makeFiles: () => readFiles(directory),
      });
      return {
        application,
        resources: [pull],
        toOutputs(references) {
          const { url, number, commitSha } = references(
            pull.key,
          ) as PullRequestReference;
          return { url, number, branch, commitSha };
        },
      };
    },
  });
}

async function readFiles(directory: string): Promise<ProposedFile[]> {
  const files = await serializeDirectoryContents(directory, {
    gitignore: false,
  });
  const link = files.find(({ symlink }) => symlink);
  if (link) {
    throw new InputError(
      `${link.path} is a symbolic link: only files can be proposed`,
    );
  }
  return files
    .filter(({ path }) => !path.startsWith('.git/'))
    .map(({ path, content, executable }) => ({
      path,
      content,
      isExecutable: executable,
    }));
}
