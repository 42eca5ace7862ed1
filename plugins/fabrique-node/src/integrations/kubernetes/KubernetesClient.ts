import { z } from 'zod/v4';
import {
  createUpstreamPolicy,
  looseArray,
  neverAbsent,
  parseAnswer,
  UpstreamPolicy,
  UpstreamPolicyTuning,
} from '../../upstream';
import { KubernetesCluster } from './config';
import { ClusterApis, createClusterApis } from './createClusterApis';
import { ListQuery, listPage } from './listPage';
import { KubernetesKind, KubernetesObjects, kubernetesSchemas } from './schema';
import { toKubernetesError } from './toKubernetesError';

const pageSize = 500;
const mostPages = 10;

/**
 * Lists objects of one cluster. Every method throws `UpstreamError`.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/
 *
 * @public
 */
export class KubernetesClient {
  readonly #cluster: KubernetesCluster;
  readonly #policy: UpstreamPolicy;
  readonly #service: string;
  #apis?: ClusterApis;

  /** Makes a client of one cluster; it connects at the first question. */
  static create(
    cluster: KubernetesCluster,
    tuning: UpstreamPolicyTuning = {},
  ): KubernetesClient {
    return new KubernetesClient(cluster, tuning);
  }

  private constructor(
    cluster: KubernetesCluster,
    tuning: UpstreamPolicyTuning,
  ) {
    this.#cluster = cluster;
    this.#service = `Kubernetes ${cluster.name}`;
    this.#policy = createUpstreamPolicy({
      ...tuning,
      service: this.#service,
      secrets: cluster.token ? [cluster.token] : [],
    });
  }

  /** Objects of a kind that a label selector names, in one namespace or in all, up to 5,000. */
  async list<Kind extends KubernetesKind>(
    kind: Kind,
    selected: { labelSelector: string; namespace?: string },
    options: { signal?: AbortSignal },
  ): Promise<KubernetesObjects[Kind][]> {
    const name = `list ${kind}`;
    const schema = z.object({
      items: looseArray(kubernetesSchemas[kind]),
      metadata: z.object({ _continue: z.string().nullish() }).nullish(),
    });
    const items: KubernetesObjects[Kind][] = [];
    let next: string | undefined;
    for (let page = 1; page <= mostPages; page++) {
      const query = { ...selected, limit: pageSize, _continue: next };
      const operation = { service: this.#service, name };
      const sent = this.#send(kind, name, query, options);
      const answer = parseAnswer(
        schema,
        await neverAbsent(operation, sent),
        operation,
      );
      items.push(...answer.items);
      next = answer.metadata?._continue || undefined;
      if (!next) break;
    }
    return items;
  }

  async #send(
    kind: KubernetesKind,
    name: string,
    query: ListQuery,
    options: { signal?: AbortSignal },
  ): Promise<unknown> {
    // Outside of the policy: the cluster is not to blame for the time that the SDK takes to load.
    this.#apis ??= createClusterApis(this.#cluster);
    const apis = this.#apis;
    return this.#policy.run(
      { name, idempotent: true, signal: options.signal },
      async signal => {
        try {
          return await listPage(apis, kind, query, apis.withSignal(signal));
        } catch (error) {
          throw toKubernetesError(error, { service: this.#service, name });
        }
      },
    );
  }
}
