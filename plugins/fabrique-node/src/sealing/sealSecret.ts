import {
  constants,
  createCipheriv,
  createPublicKey,
  publicEncrypt,
  randomBytes,
} from 'crypto';

/**
 * Where a sealed secret may be opened: anywhere in the cluster, in one namespace, or in one namespace
 * under one name.
 *
 * @public
 */
export type SealingScope = 'cluster-wide' | 'namespace-wide' | 'strict';

/**
 * What is sealed, and for whom.
 *
 * @public
 */
export interface SealSecretOptions {
  /** Certificate of the cluster's controller. */
  certificatePem: string;
  scope: SealingScope;
  /** Required unless the scope is `cluster-wide`. */
  namespace?: string;
  name: string;
  /** The secret values, by key. */
  values: Record<string, string>;
  /** Labels of the SealedSecret and of the Secret made from it. */
  labels?: Record<string, string>;
}

/**
 * A Kubernetes object that only the cluster's controller can turn into a Secret.
 *
 * @public
 */
export type SealedSecret = {
  apiVersion: 'bitnami.com/v1alpha1';
  kind: 'SealedSecret';
  metadata: SealedSecretMetadata;
  spec: {
    encryptedData: Record<string, string>;
    template: { metadata: SealedSecretMetadata; type: 'Opaque' };
  };
};

/** @public */
export type SealedSecretMetadata = {
  name: string;
  namespace?: string;
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
};

/**
 * Seals values as `kubeseal` does: each has its own AES-256-GCM key, which is encrypted to the
 * controller with RSA-OAEP and SHA-256; the OAEP label binds it to its scope.
 *
 * @returns the manifest, which is safe to publish.
 * @throws TypeError if the scope wants a namespace and there is none.
 *
 * @see https://github.com/bitnami-labs/sealed-secrets/blob/main/docs/developer/crypto.md
 *
 * @public
 */
export function sealSecret(options: SealSecretOptions): SealedSecret {
  const { scope, namespace, name, values, labels } = options;
  const label = toLabel(scope, namespace, name);
  const publicKey = createPublicKey(options.certificatePem);
  const metadata: SealedSecretMetadata = {
    name,
    ...(namespace && { namespace }),
    ...(scope !== 'strict' && {
      annotations: { [`sealedsecrets.bitnami.com/${scope}`]: 'true' },
    }),
    ...(labels && { labels }),
  };
  const seal = (value: string) => {
    const sessionKey = randomBytes(32);
    // The key serves once, and so the nonce may be zero.
    const cipher = createCipheriv('aes-256-gcm', sessionKey, Buffer.alloc(12));
    const sealedKey = publicEncrypt(
      {
        key: publicKey,
        padding: constants.RSA_PKCS1_OAEP_PADDING,
        oaepHash: 'sha256',
        oaepLabel: Buffer.from(label),
      },
      sessionKey,
    );
    const length = Buffer.alloc(2);
    length.writeUInt16BE(sealedKey.length);
    return Buffer.concat([
      length,
      sealedKey,
      cipher.update(value, 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ]).toString('base64');
  };
  return {
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
    metadata,
    spec: {
      encryptedData: Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, seal(value)]),
      ),
      template: { metadata, type: 'Opaque' },
    },
  };
}

function toLabel(
  scope: SealingScope,
  namespace: string | undefined,
  name: string,
): string {
  if (scope === 'cluster-wide') return '';
  if (!namespace) {
    throw new TypeError(`A ${scope} sealed secret needs a namespace`);
  }
  return scope === 'strict' ? `${namespace}/${name}` : namespace;
}
