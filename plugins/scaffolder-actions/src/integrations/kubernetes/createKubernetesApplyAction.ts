import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  KubernetesManifest,
  ClusterObjects,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames, environmentIds } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import { apiVersions } from './apiVersions';
import { createObjectResource } from './createObjectResource';
import { applyExamples } from './kubernetesActions.examples';

const id = 'fabrique:kubernetes:apply';

/**
 * Creates the action `fabrique:kubernetes:apply`.
 *
 * @public
 */
export function createKubernetesApplyAction(options: {
  kernel: EnsureKernel;
  config: Config;
  kubernetes: ClusterObjects | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description: `Makes sure of objects in the namespace of the application, by server-side apply: the fields of the manifests are the portal's (field manager \`fabrique\`), others stay with whoever set them, and a field of somebody else is a conflict. Kinds: ${Object.keys(
      apiVersions,
    ).join(
      ', ',
    )}. Secrets go through \`fabrique:sealed-secret:write\`, as a manifest with one would be stored with the task.`,
    examples: applyExamples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        environment: z =>
          z.enum(environmentIds).describe('Environment; it says the cluster.'),
        namespace: z =>
          z
            .string()
            .optional()
            .describe(
              "Namespace, where the naming rules have none for this environment; it begins with the application's name.",
            ),
        manifests: z =>
          z
            .array(
              z
                .object({
                  apiVersion: z
                    .string()
                    .describe('Version of its API, such as `apps/v1`.'),
                  kind: z.string().describe('One of the kinds above.'),
                  metadata: z
                    .object({
                      name: z.string().min(1).describe('Name of the object.'),
                      namespace: z
                        .string()
                        .optional()
                        .describe(
                          'Only that of the application, where it is said.',
                        ),
                    })
                    .passthrough()
                    .describe('Its name, labels and annotations.'),
                })
                .passthrough(),
            )
            .min(1)
            .describe('The objects, as Kubernetes takes them.'),
      },
      output: {
        objects: z =>
          z.array(z.string()).describe('The objects, as kind and name.'),
      },
    },
    prepare({ name, environment, manifests, ...input }, ctx) {
      const kubernetes = requireConfigured(
        options.kubernetes,
        id,
        'Kubernetes',
        'kubernetes',
      );
      const names = computeNames(options.config, name);
      const namespace = requireNamespace(
        name,
        input.namespace ?? names.environments[environment].namespace,
      );
      return {
        application: names.repository,
        resources: manifests.map(manifest =>
          createObjectResource(kubernetes, {
            environment,
            owner: { app: names.repository, task: ctx.task.id },
            manifest: toOwn(manifest as KubernetesManifest, namespace),
            type: 'kubernetes-object',
          }),
        ),
        toOutputs: () => ({
          objects: manifests.map(
            ({ kind, metadata }) => `${kind} ${metadata.name}`,
          ),
        }),
      };
    },
  });
}

/** @throws InputError for the namespace of another application */
function requireNamespace(name: string, namespace: string | undefined): string {
  if (!namespace) {
    throw new InputError(
      "The naming rules have no namespace for this environment. Write it into 'namespace'.",
    );
  }
  if (namespace !== name && !namespace.startsWith(`${name}-`)) {
    throw new InputError(
      `The namespace ${namespace} is not one of ${name}: the name of its namespaces begins with ${name}.`,
    );
  }
  return namespace;
}

/** @throws InputError for what does not go into the application's own namespace */
function toOwn(
  manifest: KubernetesManifest,
  namespace: string,
): KubernetesManifest {
  const { apiVersion, kind, metadata } = manifest;
  if (apiVersions[kind] !== apiVersion) {
    throw new InputError(
      `${id} does not apply ${kind} of ${apiVersion}. It takes ${Object.keys(
        apiVersions,
      ).join(', ')}; ask the SRE team for others.`,
    );
  }
  if (metadata.namespace && metadata.namespace !== namespace) {
    throw new InputError(
      `${kind} ${metadata.name} names the namespace ${metadata.namespace}: only ${namespace} is allowed here.`,
    );
  }
  return { ...manifest, metadata: { ...metadata, namespace } };
}
