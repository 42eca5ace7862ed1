import { randomUUID } from 'crypto';
import { DocumentStore } from '../../kernel/DocumentStore';
import { SandboxContext } from '../../kernel/Facade';
import { toSafeSuffix } from '../../fleet/stableNoise';
import {
  createAlreadyExists,
  createConflict,
  createNotFound,
} from './KubernetesStatus';
import {
  DeploymentSpec,
  KubernetesObject,
  Rollout,
  SeededObject,
  StoredObject,
  toTimestamp,
} from './objects';
import { getResourceType, ResourceType, resourceTypes } from './resourceTypes';

/** The objects that people and pipelines wrote into one cluster, kept on disk. */
export class ClusterStore {
  readonly #stores: Record<string, DocumentStore<StoredObject>>;
  readonly #now: () => Date;
  #version = 0;

  constructor(context: SandboxContext, id: string) {
    this.#now = () => context.now();
    this.#stores = Object.fromEntries(
      resourceTypes
        .filter(type => type.source === 'stored')
        .map(({ plural }) => [plural, context.documents(`${id}-${plural}`)]),
    );
  }

  get isEmpty(): boolean {
    return this.#stores.namespaces.size === 0;
  }

  list(type: ResourceType): StoredObject[] {
    return this.#stores[type.plural]?.list() ?? [];
  }

  find(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): StoredObject | undefined {
    return this.#stores[type.plural]?.get(toKey(namespace, name));
  }

  /** @throws KubernetesStatus 404 */
  get(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): StoredObject {
    const stored = this.find(type, namespace, name);
    if (!stored) throw createNotFound(type, name);
    return stored;
  }

  /** @throws KubernetesStatus 404 for the namespace, 409 for the object */
  create(type: ResourceType, object: KubernetesObject): StoredObject {
    const { namespace, name } = object.metadata;
    if (type.namespaced) {
      this.get(getResourceType('namespaces'), undefined, namespace ?? '');
    }
    if (this.find(type, namespace, name)) {
      throw createAlreadyExists(type, name);
    }
    const now = this.#now();
    const created = prepare(
      {
        ...object,
        metadata: {
          ...object.metadata,
          uid: randomUUID(),
          resourceVersion: this.#nextVersion(),
          generation: 1,
          creationTimestamp: toTimestamp(now),
        },
      },
      now,
    );
    return this.#put(type, created);
  }

  /**
   * Replaces an object; what the server gave it (uid, creation) stays.
   *
   * @throws KubernetesStatus 404, and 409 when the object was changed in the meantime
   */
  replace(type: ResourceType, object: KubernetesObject): StoredObject {
    const { namespace, name, resourceVersion } = object.metadata;
    const before = this.get(type, namespace, name);
    const kept = before.object.metadata;
    if (resourceVersion && resourceVersion !== kept.resourceVersion) {
      throw createConflict(type, name);
    }
    const sameSpec =
      JSON.stringify(before.object.spec) === JSON.stringify(object.spec);
    const after = prepare(
      {
        ...object,
        metadata: {
          ...object.metadata,
          uid: kept.uid,
          creationTimestamp: kept.creationTimestamp,
          resourceVersion: this.#nextVersion(),
          generation: (kept.generation ?? 1) + (sameSpec ? 0 : 1),
        },
      },
      this.#now(),
      before,
    );
    return this.#put(type, after);
  }

  /**
   * Deletes an object, what it owns, and for a namespace everything in it.
   *
   * @throws KubernetesStatus 404
   */
  delete(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): StoredObject {
    const stored = this.get(type, namespace, name);
    this.#stores[type.plural].delete(toKey(namespace, name));
    const { uid } = stored.object.metadata;
    for (const store of Object.values(this.#stores)) {
      for (const { object } of store.list()) {
        const { metadata } = object;
        const isOwned = metadata.ownerReferences?.some(
          owner => owner.uid === uid,
        );
        if (
          isOwned ||
          (type.plural === 'namespaces' && metadata.namespace === name)
        ) {
          store.delete(toKey(metadata.namespace, metadata.name));
        }
      }
    }
    return stored;
  }

  /** Puts a seed: objects with their own past. */
  seed(seeds: SeededObject[]): void {
    const byPlural = new Map<string, [string, StoredObject][]>();
    for (const seed of seeds) {
      const { kind, metadata, spec } = seed.object;
      const type = resourceTypes.find(each => each.kind === kind)!;
      const template = (spec as DeploymentSpec | undefined)?.template;
      const object: KubernetesObject = {
        ...seed.object,
        metadata: {
          ...metadata,
          uid: randomUUID(),
          resourceVersion: this.#nextVersion(),
          generation: 1,
          creationTimestamp: toTimestamp(seed.createdAt),
        },
      };
      const rollouts =
        kind === 'Deployment' && template
          ? [seed.previousTemplate, template]
              .filter(each => each !== undefined)
              .map((each, index) =>
                toRollout(
                  metadata.name,
                  each,
                  index + 1,
                  index === 0 && seed.previousTemplate
                    ? seed.createdAt
                    : seed.rolledOutAt ?? seed.createdAt,
                ),
              )
          : undefined;
      const entries = byPlural.get(type.plural) ?? [];
      entries.push([
        toKey(metadata.namespace, metadata.name),
        {
          object,
          ...(rollouts && { rollouts }),
          ...(seed.scenario && { scenario: seed.scenario }),
        },
      ]);
      byPlural.set(type.plural, entries);
    }
    // Namespaces last: while there is none the cluster counts as empty, and a killed start seeds again.
    const last = (plural: string) => Number(plural === 'namespaces');
    const ordered = [...byPlural].sort(([a], [b]) => last(a) - last(b));
    for (const [plural, entries] of ordered) {
      this.#stores[plural].putAll(entries);
    }
  }

  #put(type: ResourceType, stored: StoredObject): StoredObject {
    const { namespace, name } = stored.object.metadata;
    return this.#stores[type.plural].put(toKey(namespace, name), stored);
  }

  #nextVersion(): string {
    this.#version = Math.max(this.#version + 1, this.#now().getTime());
    return String(this.#version);
  }
}

function toKey(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

function toRollout(
  name: string,
  template: DeploymentSpec['template'],
  revision: number,
  at: Date,
): Rollout {
  const hash = toSafeSuffix(9, name, JSON.stringify(template));
  return { revision, at: at.toISOString(), hash, template };
}

/** What the API server and the controllers remember of an object when it is written. */
function prepare(
  object: KubernetesObject,
  now: Date,
  before?: StoredObject,
): StoredObject {
  if (object.kind !== 'Deployment') return { object };
  const { template } = object.spec as DeploymentSpec;
  const known = before?.rollouts ?? [];
  const current = known.at(-1);
  const rollout = toRollout(
    object.metadata.name,
    template,
    (current?.revision ?? 0) + 1,
    now,
  );
  // The scenario of a seeded rollout ends with the next one.
  return current?.hash === rollout.hash
    ? { ...before, object }
    : { object, rollouts: [...known.slice(-1), rollout] };
}
