import { ConfigReader } from '@backstage/config';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import sodium from 'libsodium-wrappers';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import { GithubProvisioner } from './GithubProvisioner';

const apiBaseUrl = 'https://github.example.com/api/v3';
const repository = `${apiBaseUrl}/repos/SocialGouv/domifa`;
const place = { repository: 'domifa', environment: 'production' };

const createSecrets = (token = 'the-token') =>
  GithubProvisioner.fromConfig(
    new ConfigReader({
      fabrique: {
        github: { host: 'github.example.com', organization: 'SocialGouv' },
      },
      integrations: {
        github: [{ host: 'github.example.com', apiBaseUrl, token }],
      },
    }),
    { timeoutMs: 600 },
  )!.secrets;

describe('GithubSecrets', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('seals a value so that GitHub alone opens it', async () => {
    await sodium.ready;
    const { publicKey, privateKey } = sodium.crypto_box_keypair();
    const { ORIGINAL } = sodium.base64_variants;
    let sent: { key_id?: string; encrypted_value?: string } = {};
    server.use(
      http.get(`${repository}/environments/production/secrets/public-key`, () =>
        HttpResponse.json({
          key_id: '12',
          key: sodium.to_base64(publicKey, ORIGINAL),
        }),
      ),
      http.put(
        `${repository}/environments/production/secrets/DATABASE_URL`,
        async ({ request }) => {
          sent = (await request.json()) as typeof sent;
          return HttpResponse.json({}, { status: 201 });
        },
      ),
    );
    const secrets = createSecrets();
    const key = await secrets.getPublicKey(place);
    const sealed = await secrets.seal(
      { name: 'DATABASE_URL', value: 'été' },
      key,
    );
    await secrets.put(place, sealed);
    expect(sent.key_id).toBe('12');
    expect(
      sodium.to_string(
        sodium.crypto_box_seal_open(
          sodium.from_base64(sent.encrypted_value!, ORIGINAL),
          publicKey,
          privateKey,
        ),
      ),
    ).toBe('été');
  });

  it('makes an environment that is missing, and leaves the rules of one that is there', async () => {
    const made: string[] = [];
    server.use(
      http.get(`${repository}/environments/:name`, ({ params }) =>
        params.name === 'production'
          ? HttpResponse.json({ name: 'production' })
          : HttpResponse.json({ message: 'Not Found' }, { status: 404 }),
      ),
      http.put(`${repository}/environments/:name`, ({ params }) => {
        made.push(String(params.name));
        return HttpResponse.json({ name: params.name });
      }),
    );
    const secrets = createSecrets();
    await secrets.ensureEnvironment('domifa', 'production');
    await secrets.ensureEnvironment('domifa', 'review');
    expect(made).toEqual(['review']);
  });

  it('finds no secret where there is no environment', async () => {
    server.use(
      http.get(`${repository}/environments/production/secrets`, () =>
        HttpResponse.json({ message: 'Not Found' }, { status: 404 }),
      ),
      http.get(`${repository}/actions/secrets`, () =>
        HttpResponse.json({ total_count: 1, secrets: [{ name: 'TOKEN' }] }),
      ),
    );
    const secrets = createSecrets();
    await expect(secrets.listNames(place)).resolves.toEqual([]);
    await expect(secrets.listNames({ repository: 'domifa' })).resolves.toEqual([
      'TOKEN',
    ]);
  });

  testUpstreamFailures({
    server,
    baseUrl: apiBaseUrl,
    call: secret => createSecrets(secret).getPublicKey(place),
  });
});
