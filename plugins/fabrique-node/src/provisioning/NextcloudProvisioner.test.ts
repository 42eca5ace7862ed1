import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import { NextcloudProvisioner } from './NextcloudProvisioner';

const baseUrl = 'https://nextcloud.example.com';
const folder = `${baseUrl}/remote.php/dav/files/portail/Produits`;

const createProvisioner = (password = 'the-password') =>
  new NextcloudProvisioner(
    { baseUrl, user: 'portail', password },
    { timeoutMs: 300 },
  );

const multistatus = (properties: string, status = '200 OK') =>
  new HttpResponse(
    `<?xml version="1.0"?>
<d:multistatus xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns" xmlns:x1="https://fabrique.social.gouv.fr/ns">
 <d:response><d:href>/remote.php/dav/files/portail/Produits/a/b.odt</d:href><d:propstat><d:prop><oc:fileid>8</oc:fileid></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
 <d:response><d:href>/remote.php/dav/files/portail/Produits/a/</d:href><d:propstat><d:prop>${properties}</d:prop><d:status>HTTP/1.1 ${status}</d:status></d:propstat></d:response>
</d:multistatus>`,
    { status: 207 },
  );

describe('NextcloudProvisioner', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('reads whose a folder is, and how much is in it', async () => {
    server.use(
      http.all(`${folder}/a`, () =>
        multistatus(
          '<oc:fileid>7</oc:fileid><x1:fabrique-app>SocialGouv/domifa</x1:fabrique-app>',
        ),
      ),
    );
    await expect(createProvisioner().findFolder('Produits/a')).resolves.toEqual(
      {
        id: '7',
        owner: { app: 'SocialGouv/domifa' },
        entryCount: 1,
      },
    );
  });

  it('makes a folder with those that it is in, which may be there, and says whose it is', async () => {
    const asked: string[] = [];
    server.use(
      http.all(`${baseUrl}/*`, async ({ request }) => {
        const { pathname } = new URL(request.url);
        asked.push(`${request.method} ${pathname} ${await request.text()}`);
        if (request.method === 'PROPPATCH') return multistatus('<x1:a/>');
        return new HttpResponse(null, {
          status: pathname.endsWith('Produits') ? 405 : 201,
        });
      }),
    );
    const nextcloud = createProvisioner();
    await nextcloud.createFolder('Produits/R&D');
    await nextcloud.setOwner('Produits/R&D', { app: 'a&<b', task: '7' });
    const path = '/remote.php/dav/files/portail/Produits';
    expect(asked).toEqual([
      `MKCOL ${path} `,
      `MKCOL ${path}/R%26D `,
      expect.stringContaining(
        '<d:set><d:prop><f:fabrique-app>a&amp;&lt;b</f:fabrique-app><f:fabrique-task>7</f:fabrique-task></d:prop></d:set>',
      ),
    ]);
  });

  it('does not take a property for written that NextCloud refused with HTTP 207', async () => {
    server.use(
      http.all(`${baseUrl}/*`, () =>
        HttpResponse.text(
          '<d:multistatus xmlns:d="DAV:"><d:response><d:href>/</d:href><d:propstat><d:prop/><d:status>HTTP/1.1 403 Forbidden</d:status></d:propstat></d:response></d:multistatus>',
          { status: 207 },
        ),
      ),
    );
    await expect(
      createProvisioner().setOwner('a', { app: 'a' }),
    ).rejects.toMatchObject({ kind: 'invalid-response' });
  });

  it('shares with a group, and says why NextCloud does not', async () => {
    let body: string | undefined;
    server.use(
      http.post(`${baseUrl}/ocs/*`, async ({ request }) => {
        body = await request.text();
        return HttpResponse.json({
          ocs: {
            meta: { statuscode: 404, message: 'No such group' },
            data: [],
          },
        });
      }),
    );
    await expect(
      createProvisioner().shareWithGroup('a b', 'domifa'),
    ).rejects.toMatchObject({ kind: 'not-found', detail: 'No such group' });
    expect(body).toBe(
      'path=%2Fa+b&shareWith=domifa&shareType=1&permissions=15',
    );
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret =>
      createProvisioner(secret).setOwner('a', { app: 'SocialGouv/domifa' }),
  });
});
