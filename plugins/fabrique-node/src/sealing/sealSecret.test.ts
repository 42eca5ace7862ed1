import {
  constants,
  createDecipheriv,
  generateKeyPairSync,
  privateDecrypt,
} from 'crypto';
import { sealSecret } from './sealSecret';

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
});
const certificatePem = publicKey
  .export({ type: 'spki', format: 'pem' })
  .toString();

/** What the controller does. */
function open(sealed: string, label: string): string {
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

const values = { PGUSER: 'domifa', PGPASSWORD: 'pässwörd-1' };
const labels = ['', 'domifa', 'domifa/azure-pg-user'];

describe('sealSecret', () => {
  it.each([
    [
      'cluster-wide' as const,
      { annotations: { 'sealedsecrets.bitnami.com/cluster-wide': 'true' } },
      '',
    ],
    [
      'namespace-wide' as const,
      { annotations: { 'sealedsecrets.bitnami.com/namespace-wide': 'true' } },
      'domifa',
    ],
    ['strict' as const, {}, 'domifa/azure-pg-user'],
  ])('seals %s, and for no other scope', (scope, annotations, label) => {
    const manifest = sealSecret({
      certificatePem,
      scope,
      namespace: 'domifa',
      name: 'azure-pg-user',
      values,
      labels: { owner: 'domifa' },
    });

    const metadata = {
      name: 'azure-pg-user',
      namespace: 'domifa',
      labels: { owner: 'domifa' },
      ...annotations,
    };
    expect(manifest).toEqual({
      apiVersion: 'bitnami.com/v1alpha1',
      kind: 'SealedSecret',
      metadata,
      spec: {
        encryptedData: {
          PGUSER: expect.any(String),
          PGPASSWORD: expect.any(String),
        },
        template: { metadata, type: 'Opaque' },
      },
    });
    const { encryptedData } = manifest.spec;
    expect(open(encryptedData.PGUSER, label)).toBe('domifa');
    expect(open(encryptedData.PGPASSWORD, label)).toBe('pässwörd-1');
    for (const other of labels.filter(candidate => candidate !== label)) {
      expect(() => open(encryptedData.PGPASSWORD, other)).toThrow();
    }
    expect(JSON.stringify(manifest)).not.toContain('pässwörd-1');
  });

  it('does not seal for a namespace that nobody named', () => {
    expect(() =>
      sealSecret({
        certificatePem,
        scope: 'namespace-wide',
        name: 'x',
        values,
      }),
    ).toThrow('A namespace-wide sealed secret needs a namespace');
  });
});
