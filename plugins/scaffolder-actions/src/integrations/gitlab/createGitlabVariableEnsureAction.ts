import { Config } from '@backstage/config';
import {
  generatePassword,
  GitlabProvisioner,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames, environmentIds } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import { examples } from './createGitlabVariableEnsureAction.examples';
import {
  createVariablesResource,
  isProtectedIn,
  VariablesReference,
} from './createVariablesResource';

const id = 'fabrique:gitlab:variable:ensure';

/**
 * Creates the action `fabrique:gitlab:variable:ensure`.
 *
 * @public
 */
export function createGitlabVariableEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  gitlab: GitlabProvisioner | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Makes sure of a CI/CD variable of the application's GitLab project. The value never reaches a log or an output.",
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        key: z =>
          z
            .string()
            .regex(/^[A-Za-z_][A-Za-z0-9_]{0,254}$/)
            .describe('Name of the variable.'),
        value: z =>
          z
            .string()
            .min(1)
            .optional()
            .describe(
              'Its value, only of the form `${{ secrets.field }}`: other inputs are stored with the task. Left out, a random one is made once, and kept.',
            ),
        environment: z =>
          z
            .enum(environmentIds)
            .optional()
            .describe(
              'Only jobs that deploy to this environment see it; by default all jobs do.',
            ),
        masked: z =>
          z
            .boolean()
            .optional()
            .describe(
              'GitLab cuts the value out of the logs of jobs; by default true. It must have 8 characters or more, and no space.',
            ),
        protected: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Only jobs of protected branches and tags see it; by default true for preproduction and production. The project must protect the tags that it releases.',
            ),
      },
      output: {
        project: z => z.string().describe('Path of the project.'),
        scope: z =>
          z
            .string()
            .describe('Environments of GitLab whose jobs see the variable.'),
      },
    },
    prepare(input) {
      const { name, key, value, environment, masked: isMasked = true } = input;
      const variable = createVariablesResource({
        gitlab: requireConfigured(options.gitlab, id, 'GitLab', 'gitlab'),
        names: computeNames(options.config, name),
        environment,
        keys: [key],
        isMasked,
        isProtected: input.protected ?? isProtectedIn(environment),
        makeValues: async () => ({
          [key]: value ?? generatePassword(),
        }),
        ...(value !== undefined && { expected: { [key]: value } }),
      });
      return {
        application: computeNames(options.config, name).repository,
        resources: [variable],
        toOutputs(references) {
          const { project, scope } = references(
            variable.key,
          ) as VariablesReference;
          return { project, scope };
        },
      };
    },
  });
}
