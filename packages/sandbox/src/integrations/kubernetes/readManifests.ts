import { parseAllDocuments } from 'yaml';
import { DeployInput } from '../../kernel/Deployer';
import { KubernetesObject } from './objects';
import { findResourceType } from './resourceTypes';

const registry = 'registry.gitlab.factory.social.gouv.fr';

/** What the pipeline puts in for `${…}` in a manifest. */
export function toPipelineVariables(
  input: DeployInput,
): Record<string, string> {
  return {
    CI_ENVIRONMENT_SLUG: input.environmentSlug,
    CI_ENVIRONMENT_NAME: input.environmentName,
    CI_COMMIT_SHORT_SHA: input.sha.slice(0, 8),
    CI_COMMIT_SHA: input.sha,
    CI_COMMIT_REF_NAME: input.ref,
    CI_REGISTRY_IMAGE: `${registry}/${input.projectPath.toLowerCase()}`,
    CI_PROJECT_NAME: input.projectName,
    CI_PROJECT_PATH: input.projectPath,
    CI_PROJECT_ID: String(input.projectId),
    KUBE_NAMESPACE: input.namespace,
  };
}

/**
 * Reads the objects of an environment: `.socialgouv/environments/<env>/manifests/*.yaml`, and the
 * SealedSecrets beside that folder.
 *
 * @throws Error with a sentence for the job's log: no manifest, not YAML, an unknown kind.
 */
export async function readManifests(
  input: DeployInput,
): Promise<KubernetesObject[]> {
  const folder = `.socialgouv/environments/${input.environment}`;
  const [beside, manifests] = await Promise.all([
    input.listFiles(folder),
    input.listFiles(`${folder}/manifests`),
  ]);
  const paths = [
    ...beside.filter(path => /\.sealed[.-]secret\.ya?ml$/.test(path)),
    ...manifests.filter(path => /\.ya?ml$/.test(path)),
  ];
  const texts = await Promise.all(paths.map(path => input.readFile(path)));
  const variables = toPipelineVariables(input);
  const objects = paths.flatMap((path, index) =>
    parseManifest(path, texts[index] ?? '', variables),
  );
  if (objects.length === 0) {
    throw new Error(
      `There is nothing to deploy: no manifest in ${folder}/manifests.`,
    );
  }
  return objects;
}

function parseManifest(
  path: string,
  text: string,
  variables: Record<string, string>,
): KubernetesObject[] {
  const substituted = text.replace(
    /\$\{((?:CI|KUBE)_[A-Z_]+)\}/g,
    (_, name: string) => {
      const value = variables[name];
      if (value === undefined) {
        throw new Error(
          `${path} uses \${${name}}, which the pipeline does not set.`,
        );
      }
      return value;
    },
  );
  return parseAllDocuments(substituted).flatMap(document => {
    const [error] = document.errors;
    if (error) {
      throw new Error(`${path} is not valid YAML: ${error.message.trim()}`);
    }
    const object: unknown = document.toJS();
    if (object === null || object === undefined) return [];
    return [checkObject(path, object as Partial<KubernetesObject>)];
  });
}

function checkObject(
  path: string,
  object: Partial<KubernetesObject>,
): KubernetesObject {
  const { apiVersion, kind, metadata } = object;
  if (!apiVersion || !kind || !metadata?.name) {
    throw new Error(
      `${path} has an object without apiVersion, kind or metadata.name.`,
    );
  }
  const type = findResourceType(apiVersion, kind);
  if (!type || type.source === 'derived') {
    throw new Error(
      `${path}: no matches for kind "${kind}" in version "${apiVersion}".`,
    );
  }
  if (kind === 'Secret') {
    throw new Error(
      `${path} has a Secret in clear: commit a SealedSecret in its place.`,
    );
  }
  return object as KubernetesObject;
}
