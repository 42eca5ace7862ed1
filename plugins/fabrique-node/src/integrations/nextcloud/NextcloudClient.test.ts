import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../../testUtils';
import { NextcloudClient } from './NextcloudClient';

const baseUrl = 'https://nextcloud.example.com';

function createClient(password = 'p') {
  return NextcloudClient.create(
    { baseUrl, user: 'portail@fabrique', password },
    { timeoutMs: 300 },
  );
}

/** As NextCloud writes it: what a thing has not is in a part of its own. */
const multistatus = `<?xml version="1.0"?>
<d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:oc="http://owncloud.org/ns" xmlns:nc="http://nextcloud.org/ns">
 <d:response>
  <d:href>/remote.php/dav/files/portail/Produits/%c3%89tudes%20%231/007/</d:href>
  <d:propstat>
   <d:prop>
    <d:getlastmodified>Fri, 20 Nov 2026 09:00:00 GMT</d:getlastmodified>
    <d:resourcetype><d:collection/></d:resourcetype>
    <oc:fileid>0012</oc:fileid>
    <oc:size>1000</oc:size>
   </d:prop>
   <d:status>HTTP/1.1 200 OK</d:status>
  </d:propstat>
  <d:propstat>
   <d:prop><nc:group-folder-id/></d:prop>
   <d:status>HTTP/1.1 404 Not Found</d:status>
  </d:propstat>
 </d:response>
 <d:response>
  <d:href>/remote.php/dav/files/portail/Produits/%c3%89tudes%20%231/</d:href>
  <d:propstat>
   <d:prop>
    <d:getlastmodified>Fri, 20 Nov 2026 10:00:00 GMT</d:getlastmodified>
    <d:resourcetype><d:collection/></d:resourcetype>
    <d:quota-used-bytes>5000</d:quota-used-bytes>
    <d:quota-available-bytes>-3</d:quota-available-bytes>
    <oc:fileid>7</oc:fileid>
    <oc:size>1234</oc:size>
    <nc:group-folder-id>3</nc:group-folder-id>
   </d:prop>
   <d:status>HTTP/1.1 200 OK</d:status>
  </d:propstat>
 </d:response>
 <d:response>
  <d:href>/remote.php/dav/files/portail/Produits/%c3%89tudes%20%231/R&amp;D.odt</d:href>
  <d:propstat>
   <d:prop>
    <d:getlastmodified>soon</d:getlastmodified>
    <d:resourcetype/>
    <oc:fileid>13</oc:fileid>
    <oc:size>many</oc:size>
   </d:prop>
   <d:status>HTTP/1.1 200 OK</d:status>
  </d:propstat>
 </d:response>
 <d:response>
  <d:href>/remote.php/dav/files/portail/Produits/%c3%89tudes%20%231/gone</d:href>
  <d:status>HTTP/1.1 404 Not Found</d:status>
 </d:response>
</d:multistatus>`;

describe('NextcloudClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('reads a folder and what is in it, whatever characters their names have', async () => {
    let asked: Request | undefined;
    server.use(
      http.all(`${baseUrl}/*`, ({ request }) => {
        asked = request.clone();
        return new HttpResponse(multistatus, { status: 207 });
      }),
    );
    await expect(
      createClient().getFolder('Produits/Études #1', {}),
    ).resolves.toEqual({
      folder: {
        href: '/remote.php/dav/files/portail/Produits/%c3%89tudes%20%231/',
        properties: {
          getlastmodified: 'Fri, 20 Nov 2026 10:00:00 GMT',
          resourcetype: { collection: '' },
          size: 1234,
          fileid: '7',
          'quota-used-bytes': 5000,
          'quota-available-bytes': -3,
          'group-folder-id': '3',
        },
      },
      entries: [
        {
          href: '/remote.php/dav/files/portail/Produits/%c3%89tudes%20%231/007/',
          properties: {
            getlastmodified: 'Fri, 20 Nov 2026 09:00:00 GMT',
            resourcetype: { collection: '' },
            size: 1000,
            fileid: '0012',
          },
        },
        {
          href: '/remote.php/dav/files/portail/Produits/%c3%89tudes%20%231/R&D.odt',
          properties: {
            getlastmodified: 'soon',
            resourcetype: '',
            fileid: '13',
          },
        },
      ],
    });
    expect(asked!.method).toBe('PROPFIND');
    expect(new URL(asked!.url).pathname).toBe(
      '/remote.php/dav/files/portail%40fabrique/Produits/%C3%89tudes%20%231',
    );
    expect(asked!.headers.get('depth')).toBe('1');
    expect(asked!.headers.get('authorization')).toBe(
      `Basic ${Buffer.from('portail@fabrique:p').toString('base64')}`,
    );
    expect(await asked!.text()).toContain('<oc:size/>');
  });

  it.each([
    ['nothing', '<d:multistatus xmlns:d="DAV:"></d:multistatus>'],
    [
      'a thing without properties',
      '<d:multistatus xmlns:d="DAV:"><d:response><d:href>/x</d:href></d:response></d:multistatus>',
    ],
    ['half of an answer', multistatus.slice(0, -20)],
    ['JSON', '{"ocs":{}}'],
  ])('does not take %s for a folder', async (_, body) => {
    server.use(
      http.all(`${baseUrl}/*`, () => new HttpResponse(body, { status: 207 })),
    );
    await expect(createClient().getFolder('x', {})).rejects.toMatchObject({
      kind: 'invalid-response',
      message: 'NextCloud read folder: unexpected answer',
    });
  });

  it('lists whom a folder is shared with', async () => {
    let asked: Request | undefined;
    server.use(
      http.get(
        `${baseUrl}/ocs/v2.php/apps/files_sharing/api/v1/shares`,
        ({ request }) => {
          asked = request;
          return HttpResponse.json({
            ocs: {
              meta: { status: 'ok', statuscode: 200, message: 'OK' },
              data: [
                {
                  id: '1',
                  share_type: 1,
                  share_with: 'domifa',
                  share_with_displayname: 'DomiFa',
                  permissions: 31,
                },
                { share_type: '3', share_with: null, permissions: 'all' },
                { id: '3' },
              ],
            },
          });
        },
      ),
    );
    await expect(
      createClient().listShares('Produits/Études & #1', {}),
    ).resolves.toEqual([
      {
        share_type: 1,
        share_with: 'domifa',
        share_with_displayname: 'DomiFa',
        permissions: 31,
      },
      { share_type: 3, share_with: null, permissions: 1 },
    ]);
    expect(asked!.headers.get('ocs-apirequest')).toBe('true');
    expect(Object.fromEntries(new URL(asked!.url).searchParams)).toEqual({
      format: 'json',
      path: '/Produits/Études & #1',
      reshares: 'true',
    });
  });

  const answerTeamFolder = (ocs: object) =>
    server.use(
      http.get(`${baseUrl}/index.php/apps/groupfolders/folders/3`, () =>
        HttpResponse.json({ ocs }),
      ),
    );

  it('reads a team folder, with and without the names of its groups', async () => {
    const meta = { status: 'ok', statuscode: 100 };
    const details = { domifa: { displayName: 'DomiFa', permissions: 31 } };
    answerTeamFolder({
      meta,
      data: { id: 3, groups: { domifa: 31 }, group_details: details },
    });
    await expect(createClient().getTeamFolder('3', {})).resolves.toEqual({
      groups: { domifa: 31 },
      group_details: details,
    });
    answerTeamFolder({ meta, data: { groups: [], group_details: [] } });
    await expect(createClient().getTeamFolder('3', {})).resolves.toEqual({
      groups: {},
    });
  });

  it.each([
    [404, 'not-found'],
    [403, 'forbidden'],
    [997, 'auth'],
    [998, 'not-found'],
    [996, 'invalid-response'],
  ])('hears the no of OCS with HTTP 200: %i', async (statuscode, kind) => {
    answerTeamFolder({ meta: { status: 'failure', statuscode }, data: [] });
    await expect(createClient().getTeamFolder('3', {})).rejects.toMatchObject({
      name: 'UpstreamError',
      kind,
    });
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createClient(secret).getFolder('Produits', {}),
  });

  describe('of OCS', () => {
    testUpstreamFailures({
      server,
      baseUrl,
      call: secret => createClient(secret).listShares('Produits', {}),
    });
  });
});
