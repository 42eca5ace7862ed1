import { GithubProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { requireConfigured } from '../../requireConfigured';
import { createGithubSecretResource } from '../../sinks/createGithubSecretSink';
import { secretInputs, toSecret } from '../../sinks/secretInputs';
import { secretOutput, toSecretReference } from '../../sinks/SecretSink';
import { examples } from './createGithubSecretEnsureAction.examples';

const id = 'fabrique:github:secret:ensure';

/**
 * Creates the action `fabrique:github:secret:ensure`.
 *
 * @public
 */
export function createGithubSecretEnsureAction(options: {
  kernel: EnsureKernel;
  github: GithubProvisioner | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      'Makes sure of secrets of GitHub Actions, in a repository or in one of its environments. Values are random, or come from the secrets of the task; they are sealed for GitHub, and nothing of them is kept, printed or given out. Secrets that GitHub has stay as they are.',
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository.'),
        environment: z =>
          z
            .string()
            .regex(/^[\w.-]+$/)
            .optional()
            .describe(
              'GitHub environment whose jobs may use the secrets (production); by default all jobs of the repository may.',
            ),
        ...secretInputs,
      },
      output: {
        secret: z => secretOutput(z).describe('Where the secrets went.'),
      },
    },
    prepare({ name, environment, ...input }) {
      const github = requireConfigured(options.github, id, 'GitHub', 'github');
      const secrets = createGithubSecretResource(github, {
        repository: name,
        githubEnvironment: environment,
        ...toSecret(id, input),
      });
      return {
        application: `${github.organization}/${name}`,
        resources: [secrets],
        toOutputs: references => ({
          secret: toSecretReference(references, secrets),
        }),
      };
    },
  });
}
