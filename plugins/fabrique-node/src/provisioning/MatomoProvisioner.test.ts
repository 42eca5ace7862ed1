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
        ecommerce: '0',
        excludedQueryParameters:
          'email,mail,nom,prenom,name,phone,tel,token,code,password',
      },
    ]);
  });

  it("makes a site fit the CNIL's exemption, and keeps what people exclude", async () => {
    let settings = { ecommerce: '1', excluded_parameters: 'dossier,email' };
    server.use(
      http.post(`${baseUrl}/index.php`, async ({ request }) => {
        const body = new URLSearchParams(await request.text());
        if (body.get('method') === 'SitesManager.getSiteFromId') {
          return HttpResponse.json(settings);
        }
        settings = {
          ecommerce: body.get('ecommerce')!,
          excluded_parameters: body.get('excludedQueryParameters')!,
        };
        return HttpResponse.json({ result: 'success', message: 'ok' });
      }),
    );
    const matomo = createProvisioner();
    await expect(matomo.getExemption(7)).resolves.toEqual({
      missing: [
        'orders are counted',
        'addresses keep mail, nom, prenom, name, phone, tel, token, code, password',
      ],
    });
    await matomo.exempt(7);
    expect(settings).toEqual({
      ecommerce: '0',
      excluded_parameters:
        'dossier,email,mail,nom,prenom,name,phone,tel,token,code,password',
    });
    await expect(matomo.getExemption(7)).resolves.toEqual({ missing: [] });
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
