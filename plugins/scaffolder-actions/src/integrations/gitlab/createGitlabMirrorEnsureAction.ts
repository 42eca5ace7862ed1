import {
  GithubProvisioner,
  GitlabProvisioner,
} from '@socialgouv/backstage-plugin-fabrique-node';
import type { z as zod } from 'zod/v3';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { requireConfigured } from '../../requireConfigured';
import {
  createMirrorContentResource,
  createMirrorResource,
  MirrorReference,
} from './createMirrorResources';
import {
  createMirrorWorkflowResource,
  createPushedProjectResource,
} from './createPushMirrorResources';
import { examples } from './createGitlabMirrorEnsureAction.examples';

const id = 'fabrique:gitlab:mirror:ensure';

/** Who keeps the mirror up to date. */
export const mirrorMode = (z: typeof zod) =>
  z
    .enum(['pull', 'push'])
    .optional()
    .describe(
      "By default pull. For push, the secret GITLAB_MIRROR_TOKEN of the GitHub organization must hold a token of GitLab's group with write_repository, and the workflow must reach the default branch: run this before the repository is made, or propose the workspace as a pull request.",
    );

/**
 * Creates the action `fabrique:gitlab:mirror:ensure`.
 *
 * @public
 */
export function createGitlabMirrorEnsureAction(options: {
  kernel: EnsureKernel;
  github: GithubProvisioner | undefined;
  gitlab: GitlabProvisioner | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Makes sure of a GitLab project that mirrors the application's GitHub repository. GitLab pulls, and the step waits until it has GitHub's newest commit; or GitHub Actions push, with a workflow that the step writes into the workspace. Pull mirrors need GitLab Premium, and keep branches that GitHub has no longer.",
    examples,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .describe('Name of the GitHub repository and of its mirror.'),
        mode: mirrorMode,
        timeLimitSeconds: z =>
          z
            .number()
            .positive()
            .optional()
            .describe(
              'How long the first fetch of a pull mirror may take; by default 120.',
            ),
      },
      output: {
        project: z => z.string().describe('Path of the project.'),
        projectId: z => z.number().describe('Number of the project.'),
        url: z => z.string().describe('Page of the project.'),
      },
    },
    prepare(input, ctx) {
      const wish = {
        github: requireConfigured(options.github, id, 'GitHub', 'github'),
        gitlab: requireConfigured(options.gitlab, id, 'GitLab', 'gitlab'),
        name: input.name,
        timeLimitMs: (input.timeLimitSeconds ?? 120) * 1000,
      };
      const isPushed = input.mode === 'push';
      const mirror = isPushed
        ? createPushedProjectResource(wish)
        : createMirrorResource(wish);
      const content = isPushed
        ? createMirrorWorkflowResource({
            ...wish,
            workspacePath: ctx.workspacePath,
          })
        : createMirrorContentResource(wish);
      return {
        application: `${wish.github.organization}/${wish.name}`,
        resources: [mirror, content],
        toOutputs: references => references(mirror.key) as MirrorReference,
      };
    },
  });
}
