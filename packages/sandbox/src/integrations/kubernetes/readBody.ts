import { Request } from 'express';
import { parse as parseYaml } from 'yaml';
import { createBadRequest } from './KubernetesStatus';
import { KubernetesObject } from './objects';

/**
 * Reads an object, as JSON or YAML.
 *
 * @throws KubernetesStatus 400
 */
export function readBody(req: Request): KubernetesObject {
  const text: unknown = req.body;
  const isYaml = req.header('content-type')?.includes('yaml');
  let body: unknown;
  try {
    const source = typeof text === 'string' ? text : '';
    body = isYaml ? parseYaml(source) : JSON.parse(source);
  } catch (error) {
    throw createBadRequest(
      `error decoding the body: ${(error as Error).message}`,
    );
  }
  if (typeof body !== 'object' || body === null) {
    throw createBadRequest('the body is not an object');
  }
  return body as KubernetesObject;
}
