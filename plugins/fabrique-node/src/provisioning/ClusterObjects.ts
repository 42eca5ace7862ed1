import type { KubernetesObjectApi } from '@kubernetes/client-node';
import { Config } from '@backstage/config';
import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';
import { z } from 'zod/v4';
import {
  KubernetesCluster,
  readKubernetesConfig,
} from '../integrations/kubernetes';
import {
  createObjectApi,
  ObjectApi,
} from '../integrations/kubernetes/createObjectApi';
import { toKubernetesError } from '../integrations/kubernetes/toKubernetesError';
import {
  createUpstreamPolicy,
  looseArray,
  parseAnswer,
  UpstreamPolicy,
  UpstreamPolicyTuning,
} from '../upstream';
import { absentWhenNotFound } from './absentWhenNotFound';

/** Who the portal is for the API server: it tells apart whose fields are whose. */
const fieldManager = 'fabrique';

// What every object has; the rest is kept as it is.
const Answer = z.looseObject({
  metadata: z.looseObject({
    labels: z.record(z.string(), z.string()).nullish(),
    annotations: z.record(z.string(), z.string()).nullish(),
  }),
});

const Names = z.object({
  items: looseArray(z.object({ metadata: z.object({ name: z.string() }) })),
});

/**
 * An object of Kubernetes, as people write it.
 *
 * @public
 */
export interface KubernetesManifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [field: string]: unknown;
}

/**
 * An object that is there. Of a Secret, hold its values nowhere.
 *
 * @public
 */
export type KubernetesState = z.infer<typeof Answer>;

interface CallOptions {
  signal?: AbortSignal;
}

type ClusterCall = (
  api: KubernetesObjectApi,
  strategy: 'application/apply-patch+yaml',
) => Promise<unknown>;

interface Connection {
  cluster: KubernetesCluster;
  policy: UpstreamPolicy;
  api?: ObjectApi;
}

/**
 * Objects of the clusters that `fabrique.kubernetes` names, by environment. Every method throws
 * `UpstreamError`.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/
 *
 * @public
 */
export class ClusterObjects {
  readonly #connections: Map<Environment, Connection>;

  /**
   * Reads `fabrique.kubernetes` and the clusters of the core `kubernetes` block.
   *
   * @returns undefined when the portal is not connected to Kubernetes.
   * @throws Error naming the full key, if a cluster is not there.
   */
  static fromConfig(
    root: Config,
    tuning: UpstreamPolicyTuning = {},
  ): ClusterObjects | undefined {
    const config = readKubernetesConfig(root);
    if (!config) return undefined;
    return new ClusterObjects(
      new Map(
        config.clusters.flatMap(({ cluster, environments }) => {
          const policy = createUpstreamPolicy({
            ...tuning,
            service: `Kubernetes ${cluster.name}`,
            secrets: cluster.token ? [cluster.token] : [],
          });
          const connection: Connection = { cluster, policy };
          return environments.map(
            environment => [environment, connection] as const,
          );
        }),
      ),
    );
  }

  private constructor(connections: Map<Environment, Connection>) {
    this.#connections = connections;
  }

  /** Reads an object; undefined where there is none, or no such namespace. */
  async read(
    environment: Environment,
    { apiVersion, kind, metadata: { name, namespace } }: KubernetesManifest,
    options: CallOptions = {},
  ): Promise<KubernetesState | undefined> {
    const header = { apiVersion, kind, metadata: { name, namespace } };
    return absentWhenNotFound(
      this.#call(
        environment,
        `read ${kind}`,
        options,
        // The SDK types this as one with a namespace, which a namespace has not.
        api => api.read(header as Parameters<typeof api.read>[0]),
      ),
    );
  }

  /**
   * Sets the fields that a manifest names, and no others. May be repeated.
   *
   * @param options - with `isDryRun`, tells what would be and changes nothing
   */
  async apply(
    environment: Environment,
    manifest: KubernetesManifest,
    { isDryRun, ...options }: { isDryRun?: boolean } & CallOptions = {},
  ): Promise<KubernetesState> {
    return this.#call(
      environment,
      `apply ${manifest.kind}`,
      options,
      (api, strategy) =>
        api.patch(
          structuredClone(manifest),
          undefined,
          isDryRun ? 'All' : undefined,
          fieldManager,
          false,
          strategy,
        ),
    );
  }

  /** Removes an object, and of a namespace all that is in it. One that is gone already is well. */
  async delete(
    environment: Environment,
    { apiVersion, kind, metadata: { name, namespace } }: KubernetesManifest,
    options: CallOptions = {},
  ): Promise<void> {
    const header = { apiVersion, kind, metadata: { name, namespace } };
    await absentWhenNotFound(
      this.#send(environment, `delete ${kind}`, options, api =>
        api.delete(header),
      ),
    );
  }

  /** Names of the objects of a kind in a namespace, up to 100; none where there is no such namespace. */
  async listNames(
    environment: Environment,
    { apiVersion, kind }: Pick<KubernetesManifest, 'apiVersion' | 'kind'>,
    namespace: string,
    options: CallOptions = {},
  ): Promise<string[]> {
    const name = `list ${kind}`;
    const answer = await absentWhenNotFound(
      this.#send(environment, name, options, api =>
        api.list(
          apiVersion,
          kind,
          namespace,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          100,
        ),
      ),
    );
    const service = `Kubernetes ${this.#connect(environment).cluster.name}`;
    return answer
      ? parseAnswer(Names, answer, { service, name }).items.map(
          ({ metadata }) => metadata.name,
        )
      : [];
  }

  async #call(
    environment: Environment,
    name: string,
    options: CallOptions,
    call: ClusterCall,
  ): Promise<KubernetesState> {
    const answer = await this.#send(environment, name, options, call);
    const service = `Kubernetes ${this.#connect(environment).cluster.name}`;
    return parseAnswer(Answer, answer, { service, name });
  }

  async #send(
    environment: Environment,
    name: string,
    { signal }: CallOptions,
    call: ClusterCall,
  ): Promise<unknown> {
    const connection = this.#connect(environment);
    const { cluster, policy } = connection;
    connection.api ??= createObjectApi(cluster);
    const { api } = connection;
    return policy.run({ name, idempotent: true, signal }, async ended => {
      try {
        return await call(api(ended), 'application/apply-patch+yaml');
      } catch (error) {
        const service = `Kubernetes ${cluster.name}`;
        throw toKubernetesError(error, { service, name });
      }
    });
  }

  #connect(environment: Environment): Connection {
    const connection = this.#connections.get(environment);
    if (!connection) {
      throw new Error(
        `The portal has no cluster for ${environment}: fabrique.kubernetes.clusters.${environment} is missing`,
      );
    }
    return connection;
  }
}
