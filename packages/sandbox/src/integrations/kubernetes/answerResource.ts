import { Request, Response } from 'express';
import { Cluster } from './Cluster';
import {
  createBadRequest,
  createMethodNotAllowed,
  createNotFound,
  createUnsupportedMediaType,
} from './KubernetesStatus';
import { KubernetesObject } from './objects';
import {
  applyJsonPatch,
  applyMergePatch,
  applyStrategicMergePatch,
} from './patches';
import { readBody } from './readBody';
import { ResourceType, resourceTypes, toApiVersion } from './resourceTypes';
import { parseFieldSelector, parseLabelSelector } from './selectors';
import { toPodLog } from './toPodLog';

/** What a path of the API names. */
interface ResourcePath {
  type: ResourceType;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/** Reads `/apis/apps/v1/namespaces/domifa/deployments/app/status` and the like. */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const segments = path.split('/').filter(Boolean).map(decodeURIComponent);
  const isCore = segments[0] === 'api';
  if (!isCore && segments[0] !== 'apis') return undefined;
  const [group, version] = isCore ? ['', segments[1]] : segments.slice(1, 3);
  const rest = segments.slice(isCore ? 2 : 3);
  const find = (plural: string) =>
    resourceTypes.find(
      type =>
        type.group === group &&
        type.version === version &&
        type.plural === plural,
    );
  // `/api/v1/namespaces/x` is the namespace itself, `/api/v1/namespaces/x/pods` what is in it.
  if (rest[0] === 'namespaces' && rest.length > 2 && rest[2] !== 'finalize') {
    const type = find(rest[2]);
    return type?.namespaced
      ? { type, namespace: rest[1], name: rest[3], subresource: rest[4] }
      : undefined;
  }
  const type = find(rest[0]);
  return type && { type, name: rest[1], subresource: rest[2] };
}

/**
 * Answers a request on objects.
 *
 * @returns false when the path names none.
 * @throws KubernetesStatus
 */
export function answerResource(
  cluster: Cluster,
  req: Request,
  res: Response,
  now: Date,
): boolean {
  const path = parseResourcePath(req.path);
  if (!path) return false;
  const { type, namespace, name, subresource } = path;
  const isWrite = req.method !== 'GET';
  if (isWrite && type.source === 'derived') throw createMethodNotAllowed();

  if (name === undefined) {
    if (req.method === 'GET') res.json(toList(cluster, path, req, now));
    else if (req.method === 'POST') {
      const object = complete(readBody(req), type, namespace);
      if (!object.metadata.name) {
        throw createBadRequest('metadata.name: Required value');
      }
      res.status(201).json(cluster.create(type, object));
    } else throw createMethodNotAllowed();
    return true;
  }

  if (subresource === 'log' && type.plural === 'pods' && !isWrite) {
    const pod = cluster.find(type, namespace, name);
    if (!pod) throw createNotFound(type, name);
    res.type('text/plain').send(toPodLog(pod, req.query, now));
    return true;
  }
  if (subresource !== undefined && subresource !== 'status') return false;

  const found = cluster.find(type, namespace, name);
  const isApply =
    req.method === 'PATCH' && req.is('application/apply-patch+yaml');
  const isDryRun = req.query.dryRun === 'All';
  if (!found && isApply) {
    const object = complete(readBody(req), type, namespace, name);
    res.status(201).json(isDryRun ? object : cluster.create(type, object));
    return true;
  }
  if (!found) throw createNotFound(type, name);

  switch (req.method) {
    case 'GET':
      res.json(found);
      break;
    case 'PUT':
      res.json(
        cluster.replace(type, complete(readBody(req), type, namespace, name)),
      );
      break;
    case 'PATCH': {
      const patched = complete(applyPatch(req, found), type, namespace, name);
      res.json(isDryRun ? patched : cluster.replace(type, patched));
      break;
    }
    case 'DELETE': {
      const { object } = cluster.store.delete(type, namespace, name);
      res.json({
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Success',
        details: {
          name,
          ...(type.group && { group: type.group }),
          kind: type.plural,
          uid: object.metadata.uid,
        },
      });
      break;
    }
    default:
      throw createMethodNotAllowed();
  }
  return true;
}

function toList(
  cluster: Cluster,
  { type, namespace }: ResourcePath,
  req: Request,
  now: Date,
): object {
  const { labelSelector, fieldSelector, limit, watch } = req.query;
  const continueFrom = req.query.continue;
  if (watch === 'true' || watch === '1') {
    throw createBadRequest('this cluster of the sandbox has no watches: list');
  }
  let items = cluster.list(type);
  if (namespace !== undefined) {
    items = items.filter(({ metadata }) => metadata.namespace === namespace);
  }
  if (typeof labelSelector === 'string') {
    items = items.filter(parseLabelSelector(labelSelector));
  }
  if (typeof fieldSelector === 'string') {
    items = items.filter(parseFieldSelector(fieldSelector));
  }
  const from =
    typeof continueFrom === 'string'
      ? Number(Buffer.from(continueFrom, 'base64').toString()) || 0
      : 0;
  const to = from + (Number(limit) || items.length);
  const remaining = items.length - to;
  return {
    kind: `${type.kind}List`,
    apiVersion: toApiVersion(type),
    metadata: {
      resourceVersion: String(now.getTime()),
      ...(remaining > 0 && {
        continue: Buffer.from(String(to)).toString('base64'),
        remainingItemCount: remaining,
      }),
    },
    // The real server leaves `apiVersion` and `kind` out of the items of a list.
    items: items.slice(from, to).map(item => {
      const { apiVersion: _apiVersion, kind: _kind, ...rest } = item;
      return rest;
    }),
  };
}

/** Fills in what the path says. @throws KubernetesStatus 400 when the body says otherwise */
function complete(
  object: KubernetesObject,
  type: ResourceType,
  namespace: string | undefined,
  name?: string,
): KubernetesObject {
  const { metadata } = object;
  if (object.kind && object.kind !== type.kind) {
    throw createBadRequest(
      `${object.kind} in version "${object.apiVersion}" cannot be handled as a ${type.kind}`,
    );
  }
  if (metadata?.namespace && namespace && metadata.namespace !== namespace) {
    throw createBadRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  if (name && metadata?.name && metadata.name !== name) {
    throw createBadRequest(
      'the name of the object does not match the name on the URL',
    );
  }
  return {
    ...object,
    apiVersion: toApiVersion(type),
    kind: type.kind,
    metadata: {
      ...metadata,
      name: name ?? metadata?.name,
      ...(type.namespaced && { namespace: namespace ?? 'default' }),
    },
  };
}

function applyPatch(req: Request, found: KubernetesObject): KubernetesObject {
  const patch = readBody(req);
  switch (req.header('content-type')?.split(';')[0].trim()) {
    case 'application/merge-patch+json':
      return applyMergePatch(found, patch);
    case 'application/strategic-merge-patch+json':
    case 'application/apply-patch+yaml':
      return applyStrategicMergePatch(found, patch);
    case 'application/json-patch+json':
      return applyJsonPatch(
        found,
        patch as unknown as Parameters<typeof applyJsonPatch>[1],
      );
    default:
      throw createUnsupportedMediaType([
        'application/json-patch+json',
        'application/merge-patch+json',
        'application/strategic-merge-patch+json',
        'application/apply-patch+yaml',
      ]);
  }
}
