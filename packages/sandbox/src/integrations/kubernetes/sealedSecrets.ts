import { constants, createDecipheriv, privateDecrypt } from 'crypto';
import { KubernetesObject, ObjectMeta, toOwnerReference } from './objects';

const clusterWide = 'sealedsecrets.bitnami.com/cluster-wide';
const namespaceWide = 'sealedsecrets.bitnami.com/namespace-wide';

/** Spec of a SealedSecret. */
export interface SealedSecretSpec {
  encryptedData?: Record<string, string>;
  template?: {
    type?: string;
    metadata?: Partial<ObjectMeta>;
  };
}

/** Where a value may be opened: part of what it was encrypted with. */
export function toEncryptionLabel(metadata: ObjectMeta): string {
  if (metadata.annotations?.[clusterWide] === 'true') return '';
  if (metadata.annotations?.[namespaceWide] === 'true') {
    return metadata.namespace ?? '';
  }
  return `${metadata.namespace}/${metadata.name}`;
}

/**
 * Opens one value as the SealedSecrets controller does: a session key of AES-256-GCM, encrypted with
 * RSA-OAEP (SHA-256) under the label, then the value itself; the nonce is zero, as each session key
 * is used once.
 *
 * @param privateKey - PEM
 * @throws Error when the value is not one, or was sealed for another key or scope.
 */
export function unsealValue(
  privateKey: string,
  label: string,
  sealed: string,
): Buffer {
  const bytes = Buffer.from(sealed, 'base64');
  const keyLength = bytes.length < 2 ? Infinity : bytes.readUInt16BE(0);
  if (bytes.length < keyLength + 2 + 16) {
    throw new Error('SealedSecret data is too short');
  }
  const sessionKey = privateDecrypt(
    {
      key: privateKey,
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
      oaepLabel: Buffer.from(label),
    },
    bytes.subarray(2, 2 + keyLength),
  );
  const decipher = createDecipheriv(
    'aes-256-gcm',
    sessionKey,
    Buffer.alloc(12),
  );
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([
    decipher.update(bytes.subarray(2 + keyLength, -16)),
    decipher.final(),
  ]);
}

/** What the controller makes of a SealedSecret: a Secret, or its message. */
export type UnsealOutcome = { secret: KubernetesObject } | { failure: string };

/** Opens a whole SealedSecret: all of its values, or none. */
export function unsealSecret(
  sealedSecret: KubernetesObject<SealedSecretSpec>,
  privateKey: string,
): UnsealOutcome {
  const { metadata, spec } = sealedSecret;
  const label = toEncryptionLabel(metadata);
  const data: Record<string, string> = {};
  const unreadable: string[] = [];
  for (const [key, sealed] of Object.entries(spec?.encryptedData ?? {})) {
    try {
      data[key] = unsealValue(privateKey, label, sealed).toString('base64');
    } catch {
      // The controller says no more than that, so that nothing leaks from the error.
      unreadable.push(key);
    }
  }
  if (unreadable.length > 0) {
    return {
      failure: `no key could decrypt secret (${unreadable.sort().join(', ')})`,
    };
  }
  const template = spec?.template;
  return {
    secret: {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        ...template?.metadata,
        name: metadata.name,
        namespace: metadata.namespace,
        ownerReferences: [toOwnerReference(sealedSecret)],
      },
      type: template?.type ?? 'Opaque',
      data,
    },
  };
}
