import { DeployInput } from '../../kernel/Deployer';
import {
  CronJobSpec,
  DeploymentSpec,
  KubernetesObject,
  ObjectMeta,
} from './objects';

/**
 * Puts an object into the namespace of its environment, with the labels and annotations that the
 * pipeline gives to every object and to the pods. A label that the manifest sets stays: a selector
 * may rely on it.
 */
export function decorateManifest(
  object: KubernetesObject,
  input: DeployInput,
): KubernetesObject {
  const application =
    input.environment === 'prod'
      ? input.projectName
      : `${input.environmentSlug}-${input.projectName}`;
  const decorate = <Meta extends Partial<ObjectMeta>>(metadata?: Meta) => ({
    ...(metadata as Meta),
    labels: {
      owner: input.projectName,
      team: input.projectName,
      application: application.slice(0, 63).replace(/[^A-Za-z0-9]+$/, ''),
      ...metadata?.labels,
    },
    annotations: {
      ...metadata?.annotations,
      'app.gitlab.com/app': input.projectPath
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '-'),
      'app.gitlab.com/env': input.environmentSlug,
      'app.gitlab.com/env.name': input.environmentName,
    },
  });
  const decorated: KubernetesObject = {
    ...object,
    metadata: { ...decorate(object.metadata), namespace: input.namespace },
  };
  if (object.kind === 'CronJob') {
    const spec = object.spec as CronJobSpec;
    const { jobTemplate } = spec;
    return {
      ...decorated,
      spec: {
        ...spec,
        jobTemplate: {
          ...jobTemplate,
          metadata: decorate(jobTemplate.metadata),
          spec: {
            ...jobTemplate.spec,
            template: {
              ...jobTemplate.spec.template,
              metadata: decorate(jobTemplate.spec.template.metadata),
            },
          },
        },
      },
    };
  }
  const template = (object.spec as DeploymentSpec | undefined)?.template;
  if (!template?.spec?.containers) return decorated;
  return {
    ...decorated,
    spec: {
      ...object.spec,
      template: { ...template, metadata: decorate(template.metadata) },
    },
  };
}

/** The namespace of an environment, as the pipeline of the first generation creates it. */
export function toNamespaceObject(
  input: DeployInput,
  remote: string,
): KubernetesObject {
  const isProd = input.environment === 'prod';
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: input.namespace,
      labels: {
        owner: input.projectName,
        team: input.projectName,
        'azure-pg-admin-user': input.projectName,
        ...(!isProd && { cert: 'wildcard' }),
      },
      annotations: {
        'socialgouv/creator': 'autodevops',
        'field.cattle.io/creatorId': 'gitlab',
        ...(!isProd && {
          'janitor/ttl': input.ref.startsWith('renovate') ? '1d' : '7d',
        }),
        'git/branch': input.ref,
        'git/remote': remote,
      },
    },
  };
}
