import { setTimeout as delay } from 'timers/promises';
import { Deployer, DeployInput } from '../../kernel/Deployer';
import { SandboxContext } from '../../kernel/Facade';
import { ClusterApi } from './ClusterApi';
import { clusterTokens, clusterUpstreams } from './clusters';
import { decorateManifest, toNamespaceObject } from './decorateManifest';
import {
  CronJobSpec,
  DeploymentSpec,
  KubernetesObject,
  PodTemplate,
} from './objects';
import { readManifests } from './readManifests';
import { listRequiredReferences } from './references';

/** What others need goes first. */
const order = ['SealedSecret', 'ConfigMap', 'ServiceAccount', 'Service'];
const toRank = ({ kind }: KubernetesObject) =>
  order.includes(kind) ? order.indexOf(kind) : order.length;

const pollMs = 500;
const rolloutTimeoutMs = 60_000;

/**
 * Deploys what a repository's own manifests say: applies them to the environment's namespace and
 * waits until the Deployments are available, as `kubectl rollout status` does.
 *
 * Errors are sentences for the job's log; none holds a value of a secret.
 */
export function createKubernetesDeployer(context: SandboxContext): Deployer {
  return {
    async deploy(input) {
      const { cluster, namespace } = input;
      const api = new ClusterApi(
        context.urls[clusterUpstreams[cluster]],
        clusterTokens[cluster],
      );
      const objects = (await readManifests(input))
        .map(object => decorateManifest(object, input))
        .sort((a, b) => toRank(a) - toRank(b));

      await api.apply(
        toNamespaceObject(
          input,
          `${context.urls.github}/${input.projectPath}.git`,
        ),
      );
      for (const object of objects) {
        const template = toPodTemplate(object);
        if (template) await checkReferences(api, input, object, template);
        const applied = await api.apply(object);
        checkUnsealed(applied, input);
      }
      context.log(
        `${cluster}: ${objects.length} objects of ${input.projectName} are in ${namespace}`,
      );
      for (const { kind, metadata } of objects) {
        if (kind === 'Deployment') {
          await waitUntilAvailable(api, namespace, metadata.name);
        }
      }
      context.events.emit('deployed', {
        projectName: input.projectName,
        environment: input.environment,
        cluster,
        namespace,
      });
    },
  };
}

function toPodTemplate(object: KubernetesObject): PodTemplate | undefined {
  if (object.kind === 'CronJob') {
    return (object.spec as CronJobSpec | undefined)?.jobTemplate?.spec
      ?.template;
  }
  const template = (object.spec as DeploymentSpec | undefined)?.template;
  return template?.spec?.containers ? template : undefined;
}

async function checkReferences(
  api: ClusterApi,
  { namespace }: DeployInput,
  { kind, metadata }: KubernetesObject,
  template: PodTemplate,
): Promise<void> {
  for (const reference of listRequiredReferences(template)) {
    const found = await api.read(
      reference.kind === 'Secret' ? 'secrets' : 'configmaps',
      namespace,
      reference.name,
    );
    const needs = `${kind} "${metadata.name}" needs`;
    if (!found) {
      throw new Error(
        `${needs} ${reference.kind} "${reference.name}", which is not in namespace ${namespace}.`,
      );
    }
    if (reference.key && !(reference.key in (found.data ?? {}))) {
      throw new Error(
        `${needs} the key ${reference.key} of ${reference.kind} "${reference.name}", which it does not have.`,
      );
    }
  }
}

function checkUnsealed(
  { kind, metadata, status }: KubernetesObject,
  { cluster, namespace }: DeployInput,
): void {
  if (kind !== 'SealedSecret') return;
  const { conditions = [] } = (status ?? {}) as {
    conditions?: { type: string; status: string; message?: string }[];
  };
  const synced = conditions.find(({ type }) => type === 'Synced');
  if (synced?.status !== 'True') {
    throw new Error(
      `SealedSecret "${metadata.name}" cannot be opened: ${synced?.message}. It was sealed for another cluster than ${cluster}, another namespace than ${namespace}, or another name.`,
    );
  }
}

async function waitUntilAvailable(
  api: ClusterApi,
  namespace: string,
  name: string,
): Promise<void> {
  const deadline = performance.now() + rolloutTimeoutMs;
  for (;;) {
    const deployment = await api.read('deployments', namespace, name);
    if (!deployment) throw new Error(`Deployment "${name}" was deleted.`);
    const wanted = (deployment.spec as DeploymentSpec).replicas ?? 1;
    const { readyReplicas = 0, conditions } = deployment.status as {
      readyReplicas?: number;
      conditions: { reason: string }[];
    };
    const isDone = conditions.some(
      ({ reason }) => reason === 'NewReplicaSetAvailable',
    );
    if (isDone && readyReplicas >= wanted) return;
    if (performance.now() > deadline) {
      throw new Error(
        `Deployment "${name}" has ${readyReplicas} of ${wanted} pods ready after ${
          rolloutTimeoutMs / 1000
        } s.`,
      );
    }
    await delay(pollMs);
  }
}
