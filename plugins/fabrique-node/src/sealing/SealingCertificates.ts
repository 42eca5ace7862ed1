import { X509Certificate } from 'crypto';
import { Config } from '@backstage/config';
import { UpstreamClient, UpstreamError } from '../upstream';

/**
 * Addresses of the certificates to which secrets are sealed, by cluster, from
 * `fabrique.kubernetes.sealedSecrets`.
 *
 * @public
 */
export function readSealingConfig(root: Config): Record<string, string> {
  const config = root.getOptionalConfig('fabrique.kubernetes.sealedSecrets');
  return Object.fromEntries(
    (config?.keys() ?? []).map(cluster => [
      cluster,
      config!.getString(cluster),
    ]),
  );
}

/**
 * Certificates of the clusters' sealed-secrets controllers. Controllers renew theirs, and so each is
 * asked for when it is needed.
 *
 * @public
 */
export class SealingCertificates {
  readonly #sources: Map<string, { client: UpstreamClient; path: string }>;

  /** @param urls - Address of the certificate of each cluster. */
  static create(urls: Record<string, string>): SealingCertificates {
    return new SealingCertificates(
      new Map(
        Object.entries(urls).map(([cluster, address]) => {
          const { origin, pathname } = new URL(address);
          const client = UpstreamClient.create({
            service: `Sealed secrets of ${cluster}`,
            baseUrl: origin,
          });
          return [cluster, { client, path: pathname }];
        }),
      ),
    );
  }

  private constructor(
    sources: Map<string, { client: UpstreamClient; path: string }>,
  ) {
    this.#sources = sources;
  }

  /**
   * The certificate of a cluster, as PEM.
   *
   * @throws UpstreamError
   * @throws Error naming the configuration key, if the cluster has none.
   */
  async get(
    cluster: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<string> {
    const source = this.#sources.get(cluster);
    if (!source) {
      throw new Error(
        `Secrets cannot be sealed for cluster ${cluster}: fabrique.kubernetes.sealedSecrets.${cluster} is missing`,
      );
    }
    const { body } = await source.client.requestText(source.path, {
      operation: 'read certificate',
      ...options,
    });
    const certificate = parseCertificate(body, cluster);
    if (new Date(certificate.validTo).getTime() < Date.now()) {
      throw new UpstreamError(
        `Sealed secrets of ${cluster}: the certificate ended on ${certificate.validTo}`,
        { kind: 'invalid-response' },
      );
    }
    return body;
  }
}

function parseCertificate(pem: string, cluster: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (cause) {
    throw new UpstreamError(
      `Sealed secrets of ${cluster}: the answer is not a certificate`,
      { kind: 'invalid-response', cause },
    );
  }
}
