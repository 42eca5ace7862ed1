import { existsSync, readFileSync, writeFileSync } from 'fs';
import { webcrypto } from 'crypto';
import { join } from 'path';
import {
  KeyUsageFlags,
  KeyUsagesExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** What a cluster's SealedSecrets controller holds. */
export interface SealingKey {
  /** PKCS#8, PEM. Never leaves the cluster. */
  privateKey: string;
  /** X.509, PEM: what `kubeseal` seals with. */
  certificate: string;
}

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

const toPem = (label: string, der: ArrayBuffer) =>
  [
    `-----BEGIN ${label}-----`,
    ...(Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []),
    `-----END ${label}-----`,
    '',
  ].join('\n');

/**
 * The key of a cluster, made at its first start and kept: what was sealed for the cluster stays
 * readable after a restart.
 */
export async function readOrCreateSealingKey(
  directory: string,
): Promise<SealingKey> {
  const keyFile = join(directory, 'sealing-key.pem');
  const certificateFile = join(directory, 'sealing-certificate.pem');
  if (existsSync(keyFile) && existsSync(certificateFile)) {
    return {
      privateKey: readFileSync(keyFile, 'utf8'),
      certificate: readFileSync(certificateFile, 'utf8'),
    };
  }
  const keys = await webcrypto.subtle.generateKey(algorithm, true, [
    'sign',
    'verify',
  ]);
  const year = 365 * 86_400_000;
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: '01',
      name: 'CN=sealed-secret',
      notBefore: new Date(),
      notAfter: new Date(Date.now() + 10 * year),
      signingAlgorithm: algorithm,
      keys: keys as CryptoKeyPair,
      extensions: [
        new KeyUsagesExtension(
          KeyUsageFlags.keyEncipherment | KeyUsageFlags.digitalSignature,
          true,
        ),
      ],
    },
    webcrypto as Crypto,
  );
  const key: SealingKey = {
    privateKey: toPem(
      'PRIVATE KEY',
      await webcrypto.subtle.exportKey('pkcs8', keys.privateKey),
    ),
    certificate: `${certificate.toString('pem')}\n`,
  };
  // The certificate first: with a key and no certificate a kill would leave half of a pair.
  writeFileSync(certificateFile, key.certificate);
  writeFileSync(keyFile, key.privateKey, { mode: 0o600 });
  return key;
}
