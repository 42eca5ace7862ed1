import {
  Environment,
  isReviewBranch,
  parseDeploymentName,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  KubernetesMetadata,
  KubernetesNamespace,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** What the pipelines of generation 1 write on what they deploy: `main-dev`, `preprod-dev`, `prod`. */
const environmentAnnotation = 'app.gitlab.com/env.name';
/** What the pipelines of both generations write on a namespace. */
const branchAnnotations = ['kontinuous/gitBranch', 'git/branch'];
/** Slug of the branch, in generation 2: all that is left without the right to list namespaces. */
const branchLabel = 'kontinuous/ref';

type Placed = Pick<KubernetesMetadata, 'namespace' | 'annotations' | 'labels'>;

/** Where an object belongs. */
export interface KubernetesPlace {
  environment: Environment;
  /** In `dev`, where it belongs to a review branch. */
  branch?: string;
}

/**
 * Tells where objects belong, in a cluster that holds `candidates`: development, with one namespace for
 * each branch, and preproduction share one cluster, and are told apart
 * - in generation 1 by the annotation of the pipeline: `preprod-dev` is preprod, `feat/login-dev` the
 *   review of that branch, `main-dev` is dev;
 * - in generation 2 by the namespace: `<repo>-preprod` is preprod, `<repo>` is prod; the branch is
 *   written on the namespace.
 *
 * Pods, and what a chart adds, often lack the annotation of the pipeline: what says nothing itself
 * belongs where its namespace belongs. All else is dev.
 */
export function createPlaceFinder(known: {
  candidates: Environment[];
  objects: { metadata: Placed }[];
  namespaces: KubernetesNamespace[];
}): (object: { metadata: Placed }) => KubernetesPlace {
  const { candidates } = known;
  const names = new Map(
    known.objects.flatMap(({ metadata }) => {
      const name = metadata.annotations?.[environmentAnnotation];
      return name ? [[metadata.namespace, name]] : [];
    }),
  );
  const branches = new Map(
    known.namespaces.map(({ metadata }) => [
      metadata.name,
      branchAnnotations.flatMap(key => metadata.annotations?.[key] ?? [])[0],
    ]),
  );
  return ({ metadata }) => {
    const { namespace, annotations, labels } = metadata;
    const name = annotations?.[environmentAnnotation] ?? names.get(namespace);
    const named = name ? parseDeploymentName(name) : undefined;
    const environment = toEnvironment(
      named
        ? named.environment ?? 'dev'
        : toNamespaceEnvironment(namespace, labels?.application),
      candidates,
    );
    const branch = named
      ? named.branch
      : branches.get(namespace) ?? labels?.[branchLabel];
    return environment === 'dev' && branch && isReviewBranch(branch)
      ? { environment, branch }
      : { environment };
  };
}

function toEnvironment(
  found: Environment,
  candidates: Environment[],
): Environment {
  if (candidates.includes(found)) return found;
  return candidates.includes('dev') ? 'dev' : candidates[0];
}

function toNamespaceEnvironment(
  namespace: string,
  application?: string | null,
): Environment {
  if (namespace === application) return 'prod';
  return namespace.endsWith('-preprod') ? 'preprod' : 'dev';
}
