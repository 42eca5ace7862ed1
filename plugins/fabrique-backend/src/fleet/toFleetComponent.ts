import { createHash } from 'crypto';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  Environment,
  FailureKind,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  IntegrationProvider,
  isUpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** What a component asks of one service. */
export interface FleetLink {
  environment: Environment;
  service: string;
  targetKey: string;
  /** Absent with `failureKind`. */
  target?: JsonObject;
  isDerived: boolean;
  /** Why nobody can be asked. */
  failureKind?: FailureKind;
}

/** A component of the catalog, as the fleet keeps it. */
export interface FleetComponent {
  entityRef: string;
  title: string;
  owner?: string;
  system?: string;
  lifecycle?: string;
  environments: readonly Environment[];
  links: FleetLink[];
}

/** The key under which equal targets share an answer; of one length, so that it can be indexed. */
export function toTargetKey(target: JsonObject): string {
  return createHash('sha256')
    .update(JSON.stringify(target))
    .digest('base64url');
}

/** Reads of an entity what the fleet keeps of it. */
export function toFleetComponent(
  entity: Entity,
  options: {
    environments: readonly Environment[];
    providers: IntegrationProvider[];
  },
): FleetComponent {
  const { environments, providers } = options;
  return {
    entityRef: stringifyEntityRef(entity),
    title: entity.metadata.title ?? entity.metadata.name,
    owner: readRelation(entity, 'ownedBy', 'owner', 'group'),
    system: readRelation(entity, 'partOf', 'system', 'system'),
    lifecycle: readText(entity.spec?.lifecycle),
    environments,
    links: environments.flatMap(environment =>
      providers.flatMap(
        provider => toLink(entity, environment, provider) ?? [],
      ),
    ),
  };
}

function toLink(
  entity: Entity,
  environment: Environment,
  provider: IntegrationProvider,
): FleetLink | undefined {
  const link = { environment, service: provider.id };
  try {
    const given = provider.toTarget(entity, environment);
    const target = given ?? provider.deriveTarget?.(entity, environment);
    return (
      target && {
        ...link,
        targetKey: toTargetKey(target),
        target,
        isDerived: !given,
      }
    );
  } catch (error) {
    // The fault of one service's own code must not take the component out of the fleet either.
    const failureKind = isUpstreamError(error)
      ? error.kind
      : 'invalid-response';
    return { ...link, targetKey: failureKind, isDerived: false, failureKind };
  }
}

/** The catalog's own relation where it has stitched one, else what the entity itself says. */
function readRelation(
  entity: Entity,
  type: string,
  field: string,
  defaultKind: string,
): string | undefined {
  const related = entity.relations?.find(
    relation =>
      relation.type === type &&
      (type !== 'partOf' || relation.targetRef.startsWith('system:')),
  );
  if (related) return related.targetRef;
  const given = readText(entity.spec?.[field]);
  if (!given) return undefined;
  const { namespace } = entity.metadata;
  try {
    return stringifyEntityRef(
      parseEntityRef(given, { defaultKind, defaultNamespace: namespace }),
    );
  } catch {
    // What is no reference makes no relation in the catalog either.
    return undefined;
  }
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}
