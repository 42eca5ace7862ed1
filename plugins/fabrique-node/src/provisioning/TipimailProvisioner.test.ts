import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import { TipimailProvisioner } from './TipimailProvisioner';

const baseUrl = 'https://tipimail.example.com/v1';

const createProvisioner = (apiKey = 'the-account-key') =>
  new TipimailProvisioner(
    { baseUrl, appUrl: 'https://app.example.com', apiUser: 'user', apiKey },
    { timeoutMs: 300 },
  );

describe('TipimailProvisioner', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('finds by name and description, in whatever case fields come, and makes what is missing', async () => {
    const sent: unknown[] = [];
    server.use(
      http.get(`${baseUrl}/settings/domains`, () =>
        HttpResponse.json([
          { Sending: 'A.example', VerifiedDkim: true, verifiedSpf: 'false' },
        ]),
      ),
      http.get(`${baseUrl}/settings/apikeys`, () =>
        HttpResponse.json([
          { id: '1', description: null },
          { id: '2', description: 'SocialGouv/domifa (prod)', key: 'k' },
        ]),
      ),
      http.post(`${baseUrl}/settings/*`, async ({ request }) => {
        sent.push([
          new URL(request.url).pathname,
          request.headers.get('x-tipimail-apikey'),
          await request.json(),
        ]);
        return HttpResponse.json({ id: '3', key: 'new', description: 'd' });
      }),
    );
    const tipimail = createProvisioner();

    await expect(tipimail.findDomain('a.example')).resolves.toEqual({
      sending: 'A.example',
      verifiedDkim: true,
      verifiedSpf: false,
    });
    await expect(tipimail.findDomain('b.example')).resolves.toBeUndefined();
    await expect(
      tipimail.findApiKey('SocialGouv/domifa (prod)'),
    ).resolves.toMatchObject({ id: '2', key: 'k' });
    const domain = {
      sending: 'b.example',
      tracking: 'l.b.example',
      email: 'e',
    };
    await tipimail.createDomain(domain);
    await expect(tipimail.createApiKey('d')).resolves.toEqual({
      id: '3',
      key: 'new',
      description: 'd',
    });
    expect(sent).toEqual([
      ['/v1/settings/domains', 'the-account-key', domain],
      ['/v1/settings/apikeys', 'the-account-key', { description: 'd' }],
    ]);
  });

  it('removes, is content with what is gone, and says so when it is not', async () => {
    const removed: string[] = [];
    let domains = [{ sending: 'b.example' }];
    let keys = [{ id: '2' }];
    server.use(
      http.get(`${baseUrl}/settings/domains`, () => HttpResponse.json(domains)),
      http.get(`${baseUrl}/settings/apikeys`, () => HttpResponse.json(keys)),
      http.delete(`${baseUrl}/*`, ({ request }) => {
        removed.push(new URL(request.url).pathname);
        return HttpResponse.json({ error: 'not found' }, { status: 404 });
      }),
    );
    const tipimail = createProvisioner();
    await tipimail.deleteDomain('a.example');
    await tipimail.deleteApiKey('1/2');
    expect(removed).toEqual([
      '/v1/settings/domains/a.example',
      '/v1/settings/apikeys/1%2F2',
    ]);

    domains = [{ sending: 'A.example' }];
    keys = [{ id: '1/2' }];
    const stillThere =
      'it is still there afterwards. Remove it by hand at https://app.example.com';
    await expect(tipimail.deleteDomain('a.example')).rejects.toThrow(
      `Tipimail delete domain: ${stillThere}`,
    );
    await expect(tipimail.deleteApiKey('1/2')).rejects.toThrow(
      `Tipimail delete API key: ${stillThere}`,
    );
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createProvisioner(secret).findDomain('a.example'),
    // Every account has domains.
    except: { '404': 'invalid-response' },
  });
});
