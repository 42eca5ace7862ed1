import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import { MatomoProvisioner } from './MatomoProvisioner';

const baseUrl = 'https://matomo.example.com';

const createProvisioner = (token = 't') =>
  new MatomoProvisioner({ baseUrl: `${baseUrl}/`, token }, { timeoutMs: 300 });

describe('MatomoProvisioner', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('sends its token in the body, and reads numbers that are text', async () => {
    const bodies: Record<string, string>[] = [];
    server.use(
      http.post(`${baseUrl}/index.php`, async ({ request }) => {
        const body = Object.fromEntries(
          new URLSearchParams(await request.text()),
        );
        bodies.push(body);
        return HttpResponse.json(
          body.method === 'SitesManager.addSite'
            ? { value: '63' }
            : [{ idsite: '62' }],
        );
      }),
    );
    const matomo = createProvisioner();

    await expect(matomo.findSite('https://a.example.com')).resolves.toBe(62);
    await expect(
      matomo.createSite({ name: 'b', url: 'https://b.example.com' }),
    ).resolves.toBe(63);

    const shared = { module: 'API', format: 'json', token_auth: 't' };
    expect(bodies).toEqual([
      {
        ...shared,
        method: 'SitesManager.getSitesIdFromSiteUrl',
        url: 'https://a.example.com',
      },
      {
        ...shared,
        method: 'SitesManager.addSite',
        siteName: 'b',
        'urls[0]': 'https://b.example.com',
        timezone: 'Europe/Paris',
        currency: 'EUR',
      },
    ]);
  });

  it('does not take a refusal that says 200 for an answer', async () => {
    server.use(
      http.post(`${baseUrl}/index.php`, () =>
        HttpResponse.json({
          result: 'error',
          message: "You can't access this resource, superuser access needed.",
        }),
      ),
    );
    await expect(
      createProvisioner().findSite('https://a.example.com'),
    ).rejects.toMatchObject({
      kind: 'forbidden',
      detail: "You can't access this resource, superuser access needed.",
    });
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createProvisioner(secret).findSite('https://a.example.com'),
  });
});
