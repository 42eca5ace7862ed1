import { mkdir, readFile, writeFile } from 'fs/promises';
import { dirname } from 'path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  namesPresets,
  readNamingRules,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { examples } from './createCiSharedWriteAction.examples';
import { toGithubWorkflows } from './toGithubWorkflows';
import { toGitlabCi } from './toGitlabCi';

/**
 * Creates the action `fabrique:ci:shared:write`. It writes to the workspace alone, and so does the
 * same in a dry run.
 *
 * @public
 */
export function createCiSharedWriteAction({ config }: { config: Config }) {
  const text = (key: string, fallback: string) =>
    config.getOptionalString(`fabrique.ci.${key}`) ?? fallback;
  return createTemplateAction({
    id: 'fabrique:ci:shared:write',
    description:
      'Writes the shared CI into the workspace: .gitlab-ci.yml that includes it (gen1-azure), or the GitHub workflows that call it (gen2-ovh). What an existing .gitlab-ci.yml says otherwise stays.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        preset: z =>
          z
            .enum(namesPresets as ['gen1-azure', 'gen2-ovh'])
            .optional()
            .describe("Generation of the CI; by default the portal's own."),
        sharedCiRef: z =>
          z
            .string()
            .regex(/^[\w./-]+$/)
            .optional()
            .describe(
              'Version of the shared CI: a tag such as v23.3.4; by default the newest that the portal knows.',
            ),
      },
      output: {
        files: z =>
          z.array(z.string()).describe('The files that were written.'),
      },
    },
    async handler(ctx) {
      const { preset } = readNamingRules(config, ctx.input.preset);
      const read = (path: string) =>
        readOptionalFile(resolveSafeChildPath(ctx.workspacePath, path));
      const files =
        preset === 'gen2-ovh'
          ? toGithubWorkflows(
              ctx.input.sharedCiRef ?? text('sharedWorkflows.ref', 'v1'),
            )
          : {
              '.gitlab-ci.yml': toGitlabCi(await read('.gitlab-ci.yml'), {
                project: text('sharedCi.project', 'SocialGouv/gitlab-ci-yml'),
                ref: ctx.input.sharedCiRef ?? text('sharedCi.ref', 'v23.3.4'),
              }),
            };
      // No plan: the workspace is this task's own, and only a push changes the repository.
      for (const [path, content] of Object.entries(files)) {
        const target = resolveSafeChildPath(ctx.workspacePath, path);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, content);
      }
      ctx.logger.info(
        `Written into the workspace: ${Object.keys(files).join(', ')}`,
      );
      ctx.output('files', Object.keys(files));
    },
  });
}

async function readOptionalFile(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    // A file that is not there is to be written.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
