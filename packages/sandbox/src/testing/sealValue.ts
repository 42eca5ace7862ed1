import {
  constants,
  createCipheriv,
  publicEncrypt,
  randomBytes,
  X509Certificate,
} from 'crypto';

/** Seals one value for a cluster, as `kubeseal` does. */
export function sealValue(
  certificate: string,
  label: string,
  value: string,
): string {
  const sessionKey = randomBytes(32);
  const cipher = createCipheriv('aes-256-gcm', sessionKey, Buffer.alloc(12));
  const encryptedKey = publicEncrypt(
    {
      key: new X509Certificate(certificate).publicKey,
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
      oaepLabel: Buffer.from(label),
    },
    sessionKey,
  );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(encryptedKey.length);
  return Buffer.concat([
    length,
    encryptedKey,
    cipher.update(value),
    cipher.final(),
    cipher.getAuthTag(),
  ]).toString('base64');
}
