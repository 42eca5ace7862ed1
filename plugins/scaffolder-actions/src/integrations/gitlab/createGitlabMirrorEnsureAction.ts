import {
  GithubProvisioner,
  GitlabProvisioner,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { requireConfigured } from '../../requireConfigured';
import {
  createMirrorContentResource,
  createMirrorResource,
  MirrorReference,
} from './createMirrorResources';
import { examples } from './createGitlabMirrorEnsureAction.examples';

const id = 'fabrique:gitlab:mirror:ensure';

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
      "Makes sure of a GitLab project that mirrors the application's GitHub repository, and waits until it has GitHub's newest commit. Pull mirrors need GitLab Premium.",
    examples,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .describe('Name of the GitHub repository and of its mirror.'),
        timeLimitSeconds: z =>
          z
            .number()
            .positive()
            .optional()
            .describe('How long the first fetch may take; by default 120.'),
      },
      output: {
        project: z => z.string().describe('Path of the project.'),
        projectId: z => z.number().describe('Number of the project.'),
        url: z => z.string().describe('Page of the project.'),
      },
    },
    prepare(input) {
      const wish = {
        github: requireConfigured(options.github, id, 'GitHub', 'github'),
        gitlab: requireConfigured(options.gitlab, id, 'GitLab', 'gitlab'),
        name: input.name,
        timeLimitMs: (input.timeLimitSeconds ?? 120) * 1000,
      };
      const mirror = createMirrorResource(wish);
      return {
        application: `${wish.github.organization}/${wish.name}`,
        resources: [mirror, createMirrorContentResource(wish)],
        toOutputs: references => references(mirror.key) as MirrorReference,
      };
    },
  });
}
