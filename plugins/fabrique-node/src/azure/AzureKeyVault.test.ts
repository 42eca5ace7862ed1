import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import {
  azureLoginUrl,
  azureSignInHandlers,
  createTestAzureConnection,
} from '../testUtils/azureHandlers';
import { AzureKeyVault } from './AzureKeyVault';

const vaultUrl = 'https://vault.example.com';
const createVault = (secret?: string) => {
  const connection = createTestAzureConnection(secret);
  return AzureKeyVault.create({
    ...connection,
    config: { ...connection.config, keyVaultUrl: vaultUrl },
  })!;
};

describe('AzureKeyVault', () => {
  const msw = setupServer(...azureSignInHandlers);
  registerMswTestHooks(msw);

  it('asks first for whom the token must be, and never sends a value before', async () => {
    const asked: [string | null, string][] = [];
    const bundle = {
      value: 'the value',
      id: `${vaultUrl}/secrets/session/1`,
      attributes: { enabled: true, created: 1, updated: 1 },
      tags: { 'fabrique-app': 'SocialGouv/domifa' },
    };
    msw.use(
      http.get(`${vaultUrl}/secrets/session/`, () => HttpResponse.json(bundle)),
      http.put(`${vaultUrl}/secrets/session`, async ({ request }) => {
        const token = request.headers.get('authorization');
        asked.push([token, await request.text()]);
        if (token) return HttpResponse.json(bundle);
        return HttpResponse.json(
          {},
          {
            status: 401,
            headers: {
              'www-authenticate': `Bearer authorization="${azureLoginUrl}/00000000-0000-4000-8000-0000000000aa", resource="https://vault.azure.net"`,
            },
          },
        );
      }),
    );
    const vault = createVault();
    await vault.set('session', {
      value: 'the value',
      owner: { app: 'SocialGouv/domifa', task: 't' },
    });
    expect(asked.at(-1)?.[0]).toBe('Bearer token-of-azure-secret');
    expect(JSON.parse(asked.at(-1)![1])).toEqual({
      value: 'the value',
      tags: { 'fabrique-app': 'SocialGouv/domifa', 'fabrique-task': 't' },
      attributes: {},
    });
    for (const [token, body] of asked.slice(0, -1)) {
      expect([token, body]).toEqual([null, '']);
    }
    expect(await vault.get('session')).toEqual({
      owner: { app: 'SocialGouv/domifa' },
      isDeleted: false,
    });
  });

  it('knows a secret that was deleted, and one that never was', async () => {
    msw.use(
      http.get(`${vaultUrl}/secrets/:name/`, () =>
        HttpResponse.json(
          { error: { code: 'SecretNotFound' } },
          { status: 404 },
        ),
      ),
      http.get(`${vaultUrl}/deletedsecrets/:name`, ({ params }) =>
        params.name === 'old'
          ? HttpResponse.json({
              id: `${vaultUrl}/secrets/old/1`,
              recoveryId: `${vaultUrl}/deletedsecrets/old`,
              attributes: { enabled: true },
              tags: { 'fabrique-app': 'SocialGouv/egapro' },
            })
          : HttpResponse.json({}, { status: 404 }),
      ),
    );
    expect(await createVault().get('old')).toEqual({
      owner: { app: 'SocialGouv/egapro' },
      isDeleted: true,
    });
    expect(await createVault().get('never')).toBeUndefined();
  });

  testUpstreamFailures({
    server: msw,
    baseUrl: vaultUrl,
    call: secret => createVault(secret).setOwner('session', { app: 'x' }),
  });
});
