import { SandboxContext } from '../../kernel/Facade';
import { SealedSecretSpec, unsealSecret } from './sealedSecrets';
import { ClusterStore } from './ClusterStore';
import { createInvalid } from './KubernetesStatus';
import {
  toCronJobRuns,
  toJobPod,
  toManualRun,
  withCronJobStatus,
  withJobStatus,
} from './cronJobs';
import { toDeploymentEvents, toPodEvents } from './events';
import { KubernetesObject, StoredObject } from './objects';
import { DeploymentState, toDeploymentState } from './podStates';
import { findMissingReference } from './references';
import { getResourceType, ResourceType } from './resourceTypes';
import {
  toSealedSecretEvents,
  toSealedSecretStatus,
} from './sealedSecretStatus';
import { toReplicaSets, withDeploymentStatus } from './toDeploymentObjects';
import { toPod } from './toPod';
import { findProblem } from './validation';

const deployments = getResourceType('deployments');
const cronJobs = getResourceType('cronjobs');
const jobs = getResourceType('jobs');
const secrets = getResourceType('secrets');
const configMaps = getResourceType('configmaps');
const sealedSecrets = getResourceType('sealedsecrets');

/** Time that the ingress controller and the cloud take to give an address. */
const addressDelayMs = 2_000;

/**
 * One cluster: what was written into it, and what its controllers make of that. Pods, ReplicaSets,
 * Jobs of CronJobs, events and every status are functions of the stored objects and the time.
 */
export class Cluster {
  readonly store: ClusterStore;
  readonly #now: () => Date;
  readonly #sealingKey: () => string;

  /** @param sealingKey - gives the private key of the SealedSecrets controller, PEM */
  constructor(context: SandboxContext, id: string, sealingKey: () => string) {
    this.store = new ClusterStore(context, id);
    this.#now = () => context.now();
    this.#sealingKey = sealingKey;
  }

  list(type: ResourceType): KubernetesObject[] {
    const now = this.#now();
    switch (type.plural) {
      case 'pods':
        return [
          ...this.#listDeployments().flatMap(({ pods }) =>
            pods.map(({ object }) => object),
          ),
          ...this.#listRuns().flatMap(run => toJobPod(run) ?? []),
        ];
      case 'replicasets':
        return this.#listDeployments().flatMap(({ stored, state }) =>
          toReplicaSets(stored, state),
        );
      case 'jobs':
        return this.#listRuns().map(withJobStatus);
      case 'events':
        return [
          ...this.#listDeployments().flatMap(({ stored, state, pods }) => [
            ...toDeploymentEvents(stored, state, now),
            ...toPodEvents(pods, now),
          ]),
          ...this.store
            .list(sealedSecrets)
            .flatMap(({ object }) => toSealedSecretEvents(object, now)),
        ];
      default:
        return this.store.list(type).map(stored => this.#present(stored));
    }
  }

  find(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject | undefined {
    if (type.source === 'stored') {
      const stored = this.store.find(type, namespace, name);
      if (stored) return this.#present(stored);
      if (type !== jobs) return undefined;
    }
    return this.list(type).find(
      ({ metadata }) =>
        metadata.name === name && metadata.namespace === namespace,
    );
  }

  /** @throws KubernetesStatus 404, 409, 422 */
  create(type: ResourceType, object: KubernetesObject): KubernetesObject {
    return this.#write(type, object, prepared =>
      this.store.create(type, prepared),
    );
  }

  /** @throws KubernetesStatus 404, 409, 422 */
  replace(type: ResourceType, object: KubernetesObject): KubernetesObject {
    return this.#write(type, object, prepared =>
      this.store.replace(type, prepared),
    );
  }

  #write(
    type: ResourceType,
    object: KubernetesObject,
    write: (prepared: KubernetesObject) => StoredObject,
  ): KubernetesObject {
    const problem = findProblem(type, object);
    if (problem) {
      throw createInvalid(
        type,
        object.metadata.name,
        problem.field,
        problem.message,
      );
    }
    const stored = write(withDefaults(object));
    if (type === sealedSecrets) this.#unseal(stored);
    const { namespace, name } = object.metadata;
    return this.#present(this.store.get(type, namespace, name));
  }

  /** As the SealedSecrets controller does when it sees a change. */
  #unseal({ object }: StoredObject): void {
    const outcome = unsealSecret(
      object as KubernetesObject<SealedSecretSpec>,
      this.#sealingKey(),
    );
    if ('secret' in outcome) {
      const { secret } = outcome;
      const { namespace, name } = secret.metadata;
      if (this.store.find(secrets, namespace, name)) {
        this.store.replace(secrets, secret);
      } else {
        this.store.create(secrets, secret);
      }
    }
    this.store.replace(sealedSecrets, {
      ...object,
      status: toSealedSecretStatus(object, outcome, this.#now()),
    });
  }

  #present(stored: StoredObject): KubernetesObject {
    const { object } = stored;
    const now = this.#now();
    switch (object.kind) {
      case 'Deployment':
        return withDeploymentStatus(stored, this.#toState(stored));
      case 'CronJob':
        return withCronJobStatus(stored, toCronJobRuns(stored, now));
      case 'Job':
        return withJobStatus(toManualRun(stored, now));
      case 'Namespace':
        return { ...object, status: { phase: 'Active' } };
      case 'Ingress': {
        const created = Date.parse(object.metadata.creationTimestamp ?? '');
        const hasAddress = now.getTime() - created >= addressDelayMs;
        return {
          ...object,
          status: {
            loadBalancer: hasAddress
              ? { ingress: [{ ip: '20.74.14.77' }] }
              : {},
          },
        };
      }
      default:
        return object;
    }
  }

  #toState(stored: StoredObject): DeploymentState {
    const namespace = stored.object.metadata.namespace ?? '';
    return toDeploymentState(stored, this.#now(), template =>
      findMissingReference(
        template,
        ({ kind, name }) => {
          const type = kind === 'Secret' ? secrets : configMaps;
          const found = this.store.find(type, namespace, name);
          return found && Object.keys(found.object.data ?? {});
        },
        namespace,
      ),
    );
  }

  #listDeployments() {
    return this.store.list(deployments).map(stored => {
      const state = this.#toState(stored);
      const owners = new Map(
        toReplicaSets(stored, state).map(owner => [owner.metadata.name, owner]),
      );
      const pods = state.pods.map(pod => {
        const { hash, template } = pod.rollout;
        const owner = owners.get(`${stored.object.metadata.name}-${hash}`);
        const object = toPod({
          owner: owner ?? stored.object,
          template,
          extraLabels: { 'pod-template-hash': hash },
          state: pod,
        });
        return { object, state: pod };
      });
      return { stored, state, pods };
    });
  }

  #listRuns() {
    const now = this.#now();
    return [
      ...this.store
        .list(cronJobs)
        .flatMap(stored => toCronJobRuns(stored, now)),
      ...this.store.list(jobs).map(stored => toManualRun(stored, now)),
    ];
  }
}

function withDefaults(object: KubernetesObject): KubernetesObject {
  if (object.kind !== 'Secret' || !object.stringData) return object;
  const { stringData, ...rest } = object;
  const encoded = Object.entries(stringData).map(([key, value]) => [
    key,
    Buffer.from(value).toString('base64'),
  ]);
  return { ...rest, data: { ...object.data, ...Object.fromEntries(encoded) } };
}
