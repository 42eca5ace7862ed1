import * as x509 from '@peculiar/x509';
import { X509Certificate, webcrypto } from 'crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';

/** What the TLS servers of the sandbox show, and what their clients have to trust. */
export interface ServerCertificate {
  key: string;
  cert: string;
  /** PEM file of the authority, for `NODE_EXTRA_CA_CERTS`. */
  caCertificatePath: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Reads the certificate for 127.0.0.1 and localhost, or makes one, with its authority, when there
 * is none or less than 30 days remain.
 */
export async function ensureServerCertificate(
  directory: string,
): Promise<ServerCertificate> {
  const caCertificatePath = join(directory, 'ca.pem');
  const certPath = join(directory, 'server.pem');
  const keyPath = join(directory, 'server-key.pem');

  if (!isUsable(caCertificatePath)) {
    mkdirSync(directory, { recursive: true });
    // The authority's file comes last: with it, the other two are there and belong to it.
    rmSync(caCertificatePath, { force: true });
    const made = await makeCertificates();
    writeFileSync(keyPath, made.key, { mode: 0o600 });
    writeFileSync(certPath, made.cert);
    writeFileSync(caCertificatePath, made.ca);
  }
  return {
    key: readFileSync(keyPath, 'utf8'),
    cert: readFileSync(certPath, 'utf8'),
    caCertificatePath,
  };
}

function isUsable(caCertificatePath: string): boolean {
  if (!existsSync(caCertificatePath)) return false;
  const ca = new X509Certificate(readFileSync(caCertificatePath));
  return Date.parse(ca.validTo) - Date.now() > 30 * dayMs;
}

/** The authority's private key is dropped: nobody can sign anything else that the portal trusts. */
async function makeCertificates(): Promise<{
  ca: string;
  cert: string;
  key: string;
}> {
  x509.cryptoProvider.set(webcrypto as Crypto);
  const notBefore = new Date(Date.now() - dayMs);
  const notAfter = new Date(Date.now() + 3650 * dayMs);
  const makeKeys = () =>
    webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const [caKeys, serverKeys] = await Promise.all([makeKeys(), makeKeys()]);

  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Fabrique sandbox authority',
    notBefore,
    notAfter,
    signingAlgorithm: algorithm,
    keys: caKeys as CryptoKeyPair,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(
        caKeys.publicKey as CryptoKey,
      ),
    ],
  });
  const server = await x509.X509CertificateGenerator.create({
    subject: 'CN=127.0.0.1',
    issuer: ca.subject,
    notBefore,
    notAfter,
    signingAlgorithm: algorithm,
    signingKey: caKeys.privateKey as CryptoKey,
    publicKey: serverKeys.publicKey as CryptoKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'ip', value: '127.0.0.1' },
        { type: 'dns', value: 'localhost' },
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(
        caKeys.publicKey as CryptoKey,
      ),
    ],
  });
  const key = await webcrypto.subtle.exportKey('pkcs8', serverKeys.privateKey);
  return {
    ca: ca.toString('pem'),
    cert: server.toString('pem'),
    key: x509.PemConverter.encode(key, 'PRIVATE KEY'),
  };
}
