import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import {
  azureUrl,
  createTestAzureConnection,
  azureLoginUrl,
  azureSignInHandlers,
} from '../testUtils/azureHandlers';
import { AzureConnection } from './AzureConnection';
import { AzureMetrics } from './AzureMetrics';

const readMetrics = (connection: AzureConnection) =>
  new AzureMetrics(connection).read(
    {
      resourceId: '/subscriptions/x',
      metrics: ['storage_percent'],
      hours: 1,
      interval: 'PT1H',
      aggregation: 'Average',
    },
    {},
  );
const readServer = (connection: AzureConnection) =>
  connection.policy.run(
    { name: 'read server', idempotent: true },
    abortSignal =>
      connection.postgres.servers.get('fabrique', 'x', { abortSignal }),
  );
const readAccount = (connection: AzureConnection) =>
  connection.policy.run(
    { name: 'read account', idempotent: true },
    abortSignal =>
      connection.storage.storageAccounts.getProperties(
        'fabrique',
        'domifaprod',
        {
          abortSignal,
        },
      ),
  );

describe('createAzureConnection', () => {
  const msw = setupServer(...azureSignInHandlers);
  registerMswTestHooks(msw);

  describe.each([
    ['Azure Monitor', readMetrics],
    ['Microsoft.Storage', readAccount],
    ['Microsoft.DBforPostgreSQL', readServer],
  ])('to %s', (_, call) => {
    testUpstreamFailures({
      server: msw,
      baseUrl: azureUrl,
      call: secret => call(createTestAzureConnection(secret)),
    });

    it('says invalid-response for JSON that ends too soon', async () => {
      msw.use(
        http.get(
          `${azureUrl}/*`,
          () =>
            new HttpResponse('{"name": "x", "val', {
              headers: { 'content-type': 'application/json; charset=utf-8' },
            }),
        ),
      );
      await expect(call(createTestAzureConnection())).rejects.toMatchObject({
        name: 'UpstreamError',
        kind: 'invalid-response',
        reference: expect.any(String),
      });
    });
  });

  it('says in the words of Azure why a list cannot be read', async () => {
    msw.use(
      http.get(`${azureUrl}/*`, () =>
        HttpResponse.json(
          { error: { code: 'AuthorizationFailed', message: 'Not you' } },
          { status: 403 },
        ),
      ),
    );
    const { storage, policy } = createTestAzureConnection();
    await expect(
      policy.run({ name: 'list containers', idempotent: true }, abortSignal =>
        storage.blobContainers
          .list('fabrique', 'domifaprod', { abortSignal })
          .next(),
      ),
    ).rejects.toMatchObject({ kind: 'forbidden', detail: 'Not you' });
  });

  it('repeats why a sign-in failed while the library does not ask again, also after another', async () => {
    msw.use(
      http.post(
        `${azureLoginUrl}/*`,
        () => HttpResponse.json({}, { status: 503 }),
        { once: true },
      ),
    );
    const { credential } = createTestAzureConnection();
    const isDown = { name: 'UpstreamError', kind: 'unavailable' };
    await expect(credential.getToken('a/.default')).rejects.toMatchObject(
      isDown,
    );
    await credential.getToken('b/.default');
    await expect(credential.getToken('a/.default')).rejects.toMatchObject(
      isDown,
    );
  });

  it.each([
    [
      'refuses the secret',
      'auth',
      () =>
        HttpResponse.json(
          {
            error: 'invalid_client',
            error_description:
              'AADSTS7000215: Invalid client secret provided: azure-secret.',
            error_codes: [7000215],
          },
          { status: 401 },
        ),
    ],
    [
      'limits our requests',
      'rate-limited',
      () =>
        HttpResponse.json(
          {},
          { status: 429, headers: { 'retry-after': '60' } },
        ),
    ],
    [
      'is none',
      'invalid-response',
      () => HttpResponse.html('<h1>Sign in</h1>'),
    ],
    ['is not reached', 'network', () => HttpResponse.error()],
    ['is down', 'unavailable', () => HttpResponse.json({}, { status: 503 })],
    ['does not answer', 'timeout', () => new Promise<Response>(() => {})],
  ])('tells when Entra %s', async (_name, kind, respond) => {
    msw.use(
      http.all(`${azureLoginUrl}/*`, ({ request }) => {
        if (request.method === 'POST') return respond();
        return undefined;
      }),
    );
    const error = await readMetrics(createTestAzureConnection()).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ name: 'UpstreamError', kind });
    expect(JSON.stringify(error) + String(error)).not.toContain('azure-secret');
  });
});
