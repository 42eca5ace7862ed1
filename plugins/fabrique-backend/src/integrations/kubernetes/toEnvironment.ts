import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';
import { KubernetesMetadata } from '@socialgouv/backstage-plugin-fabrique-node';

/** What the pipelines of generation 1 write on what they deploy: `main-dev`, `preprod-dev`, `prod`. */
const environmentAnnotation = 'app.gitlab.com/env.name';

type Placed = Pick<KubernetesMetadata, 'namespace' | 'annotations' | 'labels'>;

/**
 * The environment of an object, in a cluster that holds `candidates`: development and preproduction
 * share one cluster, and are told apart
 * - in generation 1 by the annotation of the pipeline: `preprod-dev` is preprod;
 * - in generation 2 by the namespace: `<repo>-preprod` is preprod, `<repo>` is prod.
 *
 * All else is development, where each branch has a namespace of its own.
 */
export function toEnvironment(
  { namespace, annotations, labels }: Placed,
  candidates: Environment[],
): Environment {
  if (candidates.length === 1) return candidates[0];
  const name = annotations?.[environmentAnnotation];
  const environment = name
    ? toNamedEnvironment(name)
    : toNamespaceEnvironment(namespace, labels?.application);
  if (candidates.includes(environment)) return environment;
  return candidates.includes('dev') ? 'dev' : candidates[0];
}

function toNamedEnvironment(name: string): Environment {
  if (name === 'prod') return 'prod';
  return /^preprod(-dev)?$/.test(name) ? 'preprod' : 'dev';
}

function toNamespaceEnvironment(
  namespace: string,
  application?: string | null,
): Environment {
  if (namespace === application) return 'prod';
  return namespace.endsWith('-preprod') ? 'preprod' : 'dev';
}

/**
 * Keeps the objects of one environment. Pods, and what a chart adds, often lack the annotation of
 * the pipeline: what says nothing itself belongs where its namespace belongs.
 */
export function createEnvironmentFilter(
  objects: { metadata: Placed }[],
  environment: Environment,
  candidates: Environment[],
): (object: { metadata: Placed }) => boolean {
  const annotationsByNamespace = new Map(
    objects
      .filter(({ metadata }) => metadata.annotations?.[environmentAnnotation])
      .map(({ metadata }) => [metadata.namespace, metadata.annotations]),
  );
  return ({ metadata }) =>
    toEnvironment(
      {
        ...metadata,
        annotations: {
          ...annotationsByNamespace.get(metadata.namespace),
          ...metadata.annotations,
        },
      },
      candidates,
    ) === environment;
}
