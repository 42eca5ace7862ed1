import { KubernetesObject } from './objects';
import {
  findResourceType,
  getResourceType,
  toApiVersion,
} from './resourceTypes';

/** A cluster over its REST API, with a service account: what a deploy job has. */
export class ClusterApi {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** One object, or undefined when there is none. */
  async read(
    plural: string,
    namespace: string | undefined,
    name: string,
  ): Promise<KubernetesObject | undefined> {
    const path = toPath(plural, namespace, name);
    return await this.#send('GET', path);
  }

  /**
   * Creates an object, or replaces the one that is there.
   *
   * @throws Error in the API server's words.
   */
  async apply(object: KubernetesObject): Promise<KubernetesObject> {
    const { apiVersion, kind, metadata } = object;
    const type = findResourceType(apiVersion, kind);
    if (!type) throw new Error(`no matches for kind "${kind}"`);
    const { namespace, name } = metadata;
    const known = await this.read(type.plural, namespace, name);
    const applied = known
      ? await this.#send('PUT', toPath(type.plural, namespace, name), object)
      : await this.#send('POST', toPath(type.plural, namespace), object);
    if (!applied) throw new Error(`${type.plural} "${name}" not found`);
    return applied;
  }

  async #send(
    method: string,
    path: string,
    body?: KubernetesObject,
  ): Promise<KubernetesObject | undefined> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${this.#token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
    if (response.status === 404 && method !== 'POST') return undefined;
    const answer = (await response.json()) as KubernetesObject & {
      message?: string;
    };
    if (!response.ok) {
      throw new Error(answer.message ?? `HTTP ${response.status}`);
    }
    return answer;
  }
}

function toPath(plural: string, namespace?: string, name?: string): string {
  const type = getResourceType(plural);
  return [
    type.group ? '/apis' : '/api',
    toApiVersion(type),
    ...(type.namespaced ? ['namespaces', namespace ?? 'default'] : []),
    plural,
    ...(name ? [encodeURIComponent(name)] : []),
  ].join('/');
}
