import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { certificate } from './__fixtures__/certificate';
import { SealingCertificates, readSealingConfig } from './SealingCertificates';
import { sealSecret } from './sealSecret';

const url = 'https://kubeseal.dev2.example.com/v1/cert.pem';

describe('SealingCertificates', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const certificates = SealingCertificates.create(
    readSealingConfig(
      new ConfigReader({
        fabrique: { kubernetes: { sealedSecrets: { dev2: url } } },
      }),
    ),
  );

  it('reads the certificate to which secrets are sealed', async () => {
    server.use(http.get(url, () => HttpResponse.text(certificate)));

    const certificatePem = await certificates.get('dev2');

    expect(certificatePem).toBe(certificate);
    expect(
      sealSecret({
        certificatePem,
        scope: 'cluster-wide',
        name: 'sentry',
        values: { SENTRY_DSN: 'x' },
      }).spec.encryptedData.SENTRY_DSN,
    ).toMatch(/^[A-Za-z0-9+/]{300,}=*$/);
  });

  it('takes nothing else for a certificate', async () => {
    server.use(http.get(url, () => HttpResponse.html('<h1>Sign in</h1>')));

    await expect(certificates.get('dev2')).rejects.toMatchObject({
      name: 'UpstreamError',
      kind: 'invalid-response',
    });
  });

  it('names the key that is missing', async () => {
    await expect(certificates.get('prod2')).rejects.toThrow(
      'fabrique.kubernetes.sealedSecrets.prod2 is missing',
    );
  });
});
