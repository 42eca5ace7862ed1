import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  KubernetesManifest,
  ClusterObjects,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames, environmentIds } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import { createObjectResource } from './createObjectResource';
import { namespaceExamples } from './kubernetesActions.examples';

const id = 'fabrique:kubernetes:namespace:ensure';

/** Where Rancher reads to which project a namespace belongs. */
const rancherAnnotation = 'field.cattle.io/projectId';

/**
 * Creates the action `fabrique:kubernetes:namespace:ensure`.
 *
 * @public
 */
export function createNamespaceEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  kubernetes: ClusterObjects | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      'Makes sure of a namespace of the application with the labels of the naming rules, a quota where one is said, and its project of Rancher. Labels and annotations of others stay.',
    examples: namespaceExamples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        environment: z =>
          z.enum(environmentIds).describe('Environment; it says the cluster.'),
        namespace: z =>
          z
            .string()
            .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
            .optional()
            .describe(
              'Name of the namespace, where the naming rules have none for this environment.',
            ),
        labels: z =>
          z
            .record(z.string())
            .optional()
            .describe('Labels beside those of the naming rules.'),
        rancherProject: z =>
          z
            .string()
            .regex(/^[a-z0-9-]+:p-[a-z0-9]+$/)
            .optional()
            .describe('Project of Rancher: c-gjtkk:p-z6nmd.'),
        quota: z =>
          z
            .object({
              cpu: z
                .string()
                .optional()
                .describe('Processors of all pods together: `2`.'),
              memory: z
                .string()
                .optional()
                .describe('Memory of all pods together: `4Gi`.'),
              pods: z
                .number()
                .int()
                .positive()
                .optional()
                .describe('How many pods.'),
            })
            .optional()
            .describe('Limits of all pods together.'),
      },
      output: {
        namespace: z => z.string().describe('Name of the namespace.'),
        cluster: z => z.string().describe('Name of the cluster.'),
      },
    },
    prepare({ name, environment, ...input }, ctx) {
      const kubernetes = requireConfigured(
        options.kubernetes,
        id,
        'Kubernetes',
        'kubernetes',
      );
      const names = computeNames(options.config, name);
      const { cluster, labelSelector, ...own } =
        names.environments[environment];
      const namespace = input.namespace ?? own.namespace;
      if (!namespace) {
        throw new InputError(
          `The naming rules have no namespace for ${environment} before GitLab has deployed ${name}. Write it into 'namespace'.`,
        );
      }
      const [label, value] = labelSelector.split('=');
      const manifests: [KubernetesManifest, 'namespace' | 'object'][] = [
        [
          {
            apiVersion: 'v1',
            kind: 'Namespace',
            metadata: {
              name: namespace,
              labels: { ...input.labels, [label]: value },
              annotations: input.rancherProject
                ? { [rancherAnnotation]: input.rancherProject }
                : {},
            },
          },
          'namespace',
        ],
        ...(input.quota
          ? ([[toQuota(namespace, input.quota), 'object']] as [
              KubernetesManifest,
              'object',
            ][])
          : []),
      ];
      return {
        application: names.repository,
        resources: manifests.map(([manifest, type]) =>
          createObjectResource(kubernetes, {
            environment,
            owner: { app: names.repository, task: ctx.task.id },
            manifest,
            type: `kubernetes-${type}`,
          }),
        ),
        toOutputs: () => ({ namespace, cluster }),
      };
    },
  });
}

function toQuota(
  namespace: string,
  quota: { cpu?: string; memory?: string; pods?: number },
): KubernetesManifest {
  const { cpu, memory, pods } = quota;
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'fabrique', namespace },
    spec: {
      hard: {
        ...(cpu && { 'limits.cpu': cpu }),
        ...(memory && { 'limits.memory': memory }),
        ...(pods && { pods: String(pods) }),
      },
    },
  };
}
