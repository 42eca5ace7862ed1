import { constants, createDecipheriv, privateDecrypt } from 'crypto';
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { SealedSecret } from '@socialgouv/backstage-plugin-fabrique-node';

/** Private keys of the sandbox's clusters. */
export function readSealingKeys(dataDir: string): string[] {
  return readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('sealing-key.pem'))
    .map(path => readFileSync(join(dataDir, path), 'utf8'));
}

function openValue(privateKey: string, label: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const keyEnd = 2 + bytes.readUInt16BE(0);
  const sessionKey = privateDecrypt(
    {
      key: privateKey,
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
      oaepLabel: Buffer.from(label),
    },
    bytes.subarray(2, keyEnd),
  );
  const decipher = createDecipheriv(
    'aes-256-gcm',
    sessionKey,
    Buffer.alloc(12),
  );
  decipher.setAuthTag(bytes.subarray(-16));
  return (
    decipher.update(bytes.subarray(keyEnd, -16), undefined, 'utf8') +
    decipher.final('utf8')
  );
}

/**
 * Opens a manifest as the controllers do: with the keys of all clusters in turn, in the scope that
 * its annotation says.
 *
 * @throws Error if none opens it.
 */
export function openSealedSecret(
  manifest: SealedSecret,
  privateKeys: string[],
): Record<string, string> {
  const { annotations = {}, namespace = '', name } = manifest.metadata;
  let label = `${namespace}/${name}`;
  if (annotations['sealedsecrets.bitnami.com/namespace-wide'])
    label = namespace;
  if (annotations['sealedsecrets.bitnami.com/cluster-wide']) label = '';
  const failures: unknown[] = [];
  for (const privateKey of privateKeys) {
    try {
      return Object.fromEntries(
        Object.entries(manifest.spec.encryptedData).map(([key, sealed]) => [
          key,
          openValue(privateKey, label, sealed),
        ]),
      );
    } catch (error) {
      // It may be sealed for another cluster.
      failures.push(error);
    }
  }
  throw new AggregateError(failures, `No cluster opens ${name}`);
}
