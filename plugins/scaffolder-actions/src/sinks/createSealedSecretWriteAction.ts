import { Config } from '@backstage/config';
import { defineEnsureAction, EnsureKernel } from '../ensure';
import { computeNames, environmentIds } from '../naming/computeNames';
import { toSecretPath } from './createSealedSecretSink';
import { examples } from './createSealedSecretWriteAction.examples';
import { secretInputs, toSecret } from './secretInputs';
import {
  requireSink,
  secretOutput,
  SecretSinks,
  toSecretReference,
} from './SecretSink';

const id = 'fabrique:sealed-secret:write';

/**
 * Creates the action `fabrique:sealed-secret:write`.
 *
 * @public
 */
export function createSealedSecretWriteAction(options: {
  kernel: EnsureKernel;
  config: Config;
  sinks: SecretSinks;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      'Writes a SealedSecret for each environment into the workspace, sealed with the certificate of its cluster: for any namespace of it in development and preproduction, for the namespace of the application in production. A secret that the repository has on its default branch stays as it is. Values are random, or come from the secrets of the task; nothing of them is kept, printed or given out.',
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        environments: z =>
          z
            .array(z.enum(environmentIds))
            .min(1)
            .describe('Environments that get the secret.'),
        secretName: z =>
          z
            .string()
            .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
            .describe('Name of the Kubernetes secret.'),
        ...secretInputs,
      },
      output: {
        secrets: z =>
          z
            .array(
              z.object({
                environment: z
                  .enum(environmentIds)
                  .describe('Environment of the application.'),
                path: z.string().describe('Path in the repository.'),
                secret: secretOutput(z),
              }),
            )
            .describe('The manifests in the workspace.'),
      },
    },
    prepare({ name, environments, secretName, ...input }, ctx) {
      const sink = requireSink(options.sinks, id);
      const names = computeNames(options.config, name);
      const secret = toSecret(id, input);
      const wanted = [...new Set(environments)].map(environment => ({
        environment,
        resource: sink.createResource({
          names,
          environment,
          secretName,
          workspacePath: ctx.workspacePath,
          ...secret,
        }),
      }));
      return {
        application: names.repository,
        resources: wanted.map(({ resource }) => resource),
        toOutputs: references => ({
          secrets: wanted.map(({ environment, resource }) => ({
            environment,
            path: toSecretPath(names, environment, secretName),
            secret: toSecretReference(references, resource),
          })),
        }),
      };
    },
  });
}
