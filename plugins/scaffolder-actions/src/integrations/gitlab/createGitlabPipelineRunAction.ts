import { Config } from '@backstage/config';
import { GitlabProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import { examples } from './createGitlabPipelineRunAction.examples';
import {
  createPipelineEndResource,
  createPipelineResource,
  PipelineReference,
} from './createPipelineResources';

const id = 'fabrique:gitlab:pipeline:run';

/**
 * Creates the action `fabrique:gitlab:pipeline:run`.
 *
 * @public
 */
export function createGitlabPipelineRunAction(options: {
  kernel: EnsureKernel;
  config: Config;
  gitlab: GitlabProvisioner | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Starts a pipeline of the application's GitLab project, once for each step of a task however often that is run, and waits for its end. A pipeline that takes minutes holds no worker.",
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        ref: z =>
          z
            .string()
            .optional()
            .describe('Branch or tag that is built; by default main.'),
        variables: z =>
          z
            .record(z.string())
            .optional()
            .describe(
              'Variables of the pipeline, such as TRIGGER: RELEASE or PRODUCTION: "true" of the shared CI. Whoever may see the pipeline may see them: no secret.',
            ),
        wait: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether the step ends with the pipeline, and fails with it; by default true. A pipeline that waits for a person ends the step too.',
            ),
      },
      output: {
        pipelineId: z => z.number().describe('Number of the pipeline.'),
        url: z => z.string().describe('Page of the pipeline.'),
      },
    },
    prepare({ name, ref = 'main', variables = {}, wait = true }, ctx) {
      const wish = {
        gitlab: requireConfigured(options.gitlab, id, 'GitLab', 'gitlab'),
        name,
        ref,
        variables,
        task: `${ctx.task.id}/${ctx.step?.id ?? id}`,
      };
      const pipeline = createPipelineResource(wish);
      return {
        application: computeNames(options.config, name).repository,
        resources: [
          pipeline,
          ...(wait ? [createPipelineEndResource(wish)] : []),
        ],
        toOutputs: references => references(pipeline.key) as PipelineReference,
      };
    },
  });
}
