import { startTestFacades, TestFacades } from '../../testing/startTestFacades';
import { createNextcloudFacade } from './createNextcloudFacade';
import { nextcloudAccount } from './NextcloudState';

const now = new Date('2026-11-23T10:12:00Z');
const dav = '/remote.php/dav/files/portail';
const shares = '/ocs/v2.php/apps/files_sharing/api/v1/shares?format=json';

describe('createNextcloudFacade', () => {
  let facades: TestFacades;
  beforeEach(async () => {
    facades = await startTestFacades([createNextcloudFacade], { now });
  });
  afterEach(() => facades.stop());

  const call = async (
    method: string,
    path: string,
    options: {
      body?: string;
      headers?: Record<string, string>;
      password?: string;
    } = {},
  ) => {
    const { user } = nextcloudAccount;
    const { body, headers, password = nextcloudAccount.password } = options;
    const response = await fetch(`${facades.context.urls.nextcloud}${path}`, {
      method,
      body,
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString(
          'base64',
        )}`,
        ...headers,
      },
    });
    return { status: response.status, text: await response.text() };
  };
  const ocs = async (method: string, path: string, body?: object) => {
    const { status, text } = await call(method, path, {
      body: body && JSON.stringify(body),
      headers: {
        'OCS-APIRequest': 'true',
        'content-type': 'application/json',
      },
    });
    return { status, ...(JSON.parse(text) as { ocs: any }).ocs };
  };
  const propfind = (path: string, names: string[], depth = '1') =>
    call('PROPFIND', `${dav}${path}`, {
      headers: { depth },
      body: `<d:propfind xmlns:d="DAV:"><d:prop>${names
        .map(name => `<${name}/>`)
        .join('')}</d:prop></d:propfind>`,
    });

  it('refuses a wrong password on every path, and OCS without its header', async () => {
    for (const path of [dav, shares, '/index.php/apps/groupfolders/folders']) {
      expect((await call('GET', path, { password: 'x' })).status).toBe(401);
    }
    expect((await call('GET', shares)).status).toBe(412);
  });

  it('lists a folder with what is asked for, and says what there is not', async () => {
    const folder =
      '/Produits/Medl%C3%A9%20%E2%80%93%20suivi%20%26%20%C3%A9valuation%20%232';
    const { status, text } = await propfind(folder, [
      'd:resourcetype',
      'oc:size',
      'nc:group-folder-id',
    ]);
    expect(status).toBe(207);
    expect(text.match(/<d:href>/g)).toHaveLength(8);
    expect(text).toContain(`<d:href>${dav}${folder}/</d:href>`);
    expect(text).toContain(
      `<d:href>${dav}${folder}/Juridique%20%26%20RGPD/</d:href>`,
    );
    expect(text).toMatch(
      /<d:propstat><d:prop><d:resourcetype><d:collection\/><\/d:resourcetype><oc:size>\d+<\/oc:size><\/d:prop><d:status>HTTP\/1.1 200 OK<\/d:status><\/d:propstat><d:propstat><d:prop><nc:group-folder-id><\/nc:group-folder-id><\/d:prop><d:status>HTTP\/1.1 404 Not Found/,
    );
    const alone = await propfind(folder, ['d:getlastmodified'], '0');
    expect(alone.text.match(/<d:href>/g)).toHaveLength(1);
    expect((await propfind('/Produits/Nobody', ['oc:size'])).status).toBe(404);
  });

  it('has a team folder that is nearly full, with its groups', async () => {
    const { text } = await propfind('/Produits/Egapro', [
      'd:quota-used-bytes',
      'd:quota-available-bytes',
      'nc:group-folder-id',
    ]);
    const [used, available, id] = [
      'd:quota-used-bytes',
      'd:quota-available-bytes',
      'nc:group-folder-id',
    ].map(name => Number(new RegExp(`<${name}>(\\d+)<`).exec(text)![1]));
    expect(used / (used + available)).toBeCloseTo(0.94, 2);
    const folders = '/index.php/apps/groupfolders/folders';
    expect(await ocs('GET', `${folders}/${id}`)).toMatchObject({
      status: 200,
      meta: { statuscode: 100 },
      data: { mount_point: 'Produits/Egapro', groups: { egapro: 31, sre: 17 } },
    });
    expect(await ocs('GET', `${folders}/99`)).toMatchObject({
      status: 200,
      meta: { status: 'failure', statuscode: 404 },
    });
  });

  it('makes folders and files, and shares them; all is there after a restart', async () => {
    const make = (path: string, body?: string) =>
      call('MKCOL', `${dav}${path}`, { body });
    expect((await make('/Neuf/Sous')).status).toBe(409);
    expect((await make('/Neuf', 'x')).status).toBe(415);
    expect((await make('/Neuf')).status).toBe(201);
    expect((await make('/Neuf')).status).toBe(405);
    const put = () => call('PUT', `${dav}/Neuf/a.txt`, { body: 'bonjour' });
    expect((await put()).status).toBe(201);
    expect((await put()).status).toBe(204);
    const share = (shareType: number, shareWith?: string) =>
      ocs('POST', shares, { path: '/Neuf', shareType, shareWith });
    expect((await share(1, 'domifa')).meta.statuscode).toBe(200);
    expect((await share(1, 'nobody')).status).toBe(404);
    expect((await share(3)).data.share_with).toBeNull();

    await facades.restart();
    const { text } = await propfind('/Neuf', ['oc:size', 'd:getlastmodified']);
    expect(text).toContain('<oc:size>7</oc:size>');
    expect(text).toContain('Mon, 23 Nov 2026 10:12:00 GMT');
    const { data } = await ocs('GET', `${shares}&path=/Neuf`);
    expect(data).toMatchObject([
      { share_type: 1, share_with: 'domifa', permissions: 31 },
      { share_type: 3, share_with: null },
    ]);
    await ocs('DELETE', shares.replace('shares?', `shares/${data[1].id}?`));
    expect((await ocs('GET', `${shares}&path=/Neuf`)).data).toHaveLength(1);
    expect((await call('DELETE', `${dav}/Neuf`)).status).toBe(204);
    expect((await ocs('GET', `${shares}&path=/Neuf`)).status).toBe(404);
  });

  it('has pages behind the links', async () => {
    const { text } = await propfind('/Produits/Egapro', ['oc:fileid'], '0');
    const id = /<oc:fileid>(\d+)</.exec(text)![1];
    expect((await call('GET', `/f/${id}`)).text).toContain('Comptes rendus');
  });
});
