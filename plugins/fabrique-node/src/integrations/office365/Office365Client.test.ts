import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../../testUtils';
import { readOffice365Config } from './config';
import { Office365Client } from './Office365Client';

const graphUrl = 'https://graph.example.com';
const baseUrl = `${graphUrl}/v1.0`;
const tenantId = '00000000-0000-4000-8000-000000000001';

const config = {
  authorityHost: 'https://login.example.com',
  graphUrl,
  outlookUrl: 'https://outlook.example.com',
  tenantId,
  clientId: '00000000-0000-4000-8000-000000000002',
  clientSecret: 'secret-of-the-registration',
};

function createClient(token = 't') {
  return Office365Client.create(config, {
    timeoutMs: 300,
    credential: {
      getToken: async () => ({
        token,
        expiresOnTimestamp: Date.now() + 60_000,
      }),
    },
  });
}

describe('Office365Client', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('finds groups by their addresses, page after page', async () => {
    const asked: URL[] = [];
    const group = (id: string) => ({
      id,
      displayName: `Groupe ${id}`,
      mail: `${id}@f.example`,
      groupTypes: ['Unified'],
      notUsed: true,
    });
    server.use(
      http.get(`${baseUrl}/groups`, ({ request }) => {
        const url = new URL(request.url);
        asked.push(url);
        expect(request.headers.get('authorization')).toBe('Bearer t');
        return HttpResponse.json(
          url.searchParams.has('$skiptoken')
            ? { value: [group('b'), { id: 'without an address' }] }
            : {
                value: [group('a')],
                '@odata.nextLink': `${baseUrl}/groups?$filter=x&$skiptoken=a%2Bb`,
              },
        );
      }),
    );
    await expect(
      createClient().findGroups(["o'brien@f.example", 'b@f.example'], {}),
    ).resolves.toEqual([
      {
        id: 'a',
        displayName: 'Groupe a',
        mail: 'a@f.example',
        groupTypes: ['Unified'],
      },
      {
        id: 'b',
        displayName: 'Groupe b',
        mail: 'b@f.example',
        groupTypes: ['Unified'],
      },
    ]);
    expect(
      asked.map(({ searchParams }) => Object.fromEntries(searchParams)),
    ).toEqual([
      {
        $filter: "mail in ('o''brien@f.example','b@f.example')",
        $select: 'id,displayName,mail,groupTypes',
      },
      { $filter: 'x', $skiptoken: 'a+b' },
    ]);
  });

  it('asks for 15 addresses at once', async () => {
    const filters: number[] = [];
    server.use(
      http.get(`${baseUrl}/users`, ({ request }) => {
        const filter = new URL(request.url).searchParams.get('$filter')!;
        filters.push(filter.split(',').length);
        return HttpResponse.json({ value: [] });
      }),
    );
    const addresses = Array.from({ length: 31 }, (_, i) => `${i}@f.example`);
    await expect(createClient().findUsers(addresses, {})).resolves.toEqual([]);
    expect(filters).toEqual([15, 15, 1]);
  });

  it.each([
    'https://evil.example.com/v1.0/groups?$skiptoken=1',
    `${graphUrl}.evil.example.com/v1.0/groups`,
    `${graphUrl}/beta/groups`,
    'soon',
  ])('takes its token not to %s', async link => {
    server.use(
      http.get(`${baseUrl}/groups`, () =>
        HttpResponse.json({ value: [], '@odata.nextLink': link }),
      ),
    );
    await expect(
      createClient().findGroups(['a@f.example'], {}),
    ).rejects.toMatchObject({ kind: 'invalid-response' });
  });

  it('gives up a list without an end', async () => {
    server.use(
      http.get(`${baseUrl}/groups/g/owners`, ({ request }) =>
        HttpResponse.json({ value: [], '@odata.nextLink': request.url }),
      ),
    );
    await expect(createClient().listOwners('g', {})).rejects.toMatchObject({
      kind: 'invalid-response',
      detail: 'a list without an end',
    });
  });

  it('counts members, lists owners, and tells what a mailbox is for', async () => {
    let consistency: string | null | undefined;
    server.use(
      http.get(`${baseUrl}/groups/a%2Fb/members/$count`, ({ request }) => {
        consistency = request.headers.get('consistencylevel');
        return HttpResponse.text('\uFEFF12');
      }),
      http.get(`${baseUrl}/groups/a%2Fb/owners`, () =>
        HttpResponse.json({
          value: [
            { id: '1', displayName: 'Camille Martin', mail: 'not used' },
            { id: '2', displayName: null },
          ],
        }),
      ),
      http.get(`${baseUrl}/users/u/mailboxSettings`, () =>
        HttpResponse.json({ userPurpose: 'shared' }),
      ),
    );
    const client = createClient();
    await expect(client.countMembers('a/b', {})).resolves.toBe(12);
    expect(consistency).toBe('eventual');
    await expect(client.listOwners('a/b', {})).resolves.toEqual([
      { id: '1', displayName: 'Camille Martin' },
      { id: '2', displayName: null },
    ]);
    await expect(client.getMailboxPurpose('u', {})).resolves.toBe('shared');
  });

  it('does not take a page for a number', async () => {
    server.use(
      http.get(`${baseUrl}/groups/g/members/$count`, () =>
        HttpResponse.html('<h1>Sign in</h1>'),
      ),
    );
    await expect(createClient().countMembers('g', {})).rejects.toMatchObject({
      kind: 'invalid-response',
    });
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createClient(secret).findGroups(['a@f.example'], {}),
    // Every directory has groups.
    except: { '404': 'invalid-response' },
  });

  describe('with the sign-in of Entra', () => {
    const login = `${config.authorityHost}/${tenantId}`;
    const asked: (string | null)[] = [];
    beforeEach(() => asked.splice(0));
    const useEntra = (answer: () => Response) =>
      server.use(
        http.get(`${login}/v2.0/.well-known/openid-configuration`, () =>
          HttpResponse.json({
            token_endpoint: `${login}/oauth2/v2.0/token`,
            issuer: `${login}/v2.0`,
            authorization_endpoint: `${login}/oauth2/v2.0/authorize`,
            jwks_uri: `${login}/discovery/v2.0/keys`,
          }),
        ),
        http.post(`${login}/oauth2/v2.0/token`, async ({ request }) => {
          asked.push(new URLSearchParams(await request.text()).get('scope'));
          return answer();
        }),
      );
    const read = () =>
      Office365Client.create(config).findGroups(['a@f.example'], {});

    it('asks for a token for Graph, and sends it', async () => {
      let sent: string | null | undefined;
      useEntra(() =>
        HttpResponse.json({
          token_type: 'Bearer',
          expires_in: 3599,
          access_token: 'token-of-entra',
        }),
      );
      server.use(
        http.get(`${baseUrl}/groups`, ({ request }) => {
          sent = request.headers.get('authorization');
          return HttpResponse.json({ value: [] });
        }),
      );
      await expect(read()).resolves.toEqual([]);
      expect(sent).toBe('Bearer token-of-entra');
      expect(asked[0]).toContain(`${graphUrl}/.default`);
    });

    it('says that its secret is refused, and not which', async () => {
      useEntra(() =>
        HttpResponse.json(
          {
            error: 'invalid_client',
            error_description: `AADSTS7000215: Invalid client secret ${config.clientSecret}`,
          },
          { status: 401 },
        ),
      );
      const error = await read().catch(thrown => thrown);
      expect(error).toMatchObject({
        name: 'UpstreamError',
        kind: 'auth',
        message: 'Office 365 sign in: HTTP 401',
      });
      expect(JSON.stringify(error) + String(error)).not.toContain(
        config.clientSecret,
      );
    });
  });
});

describe('readOffice365Config', () => {
  const read = (office365?: object) =>
    readOffice365Config(
      mockServices.rootConfig({
        data: office365 ? { fabrique: { office365 } } : {},
      }),
    );

  it('has the public cloud by default, and names what is missing', () => {
    const own = { tenantId: 't', clientId: 'c', clientSecret: 's' };
    expect(read()).toBeUndefined();
    expect(read(own)).toEqual({
      ...own,
      authorityHost: undefined,
      graphUrl: 'https://graph.microsoft.com',
      outlookUrl: 'https://outlook.office.com',
    });
    expect(() => read({ tenantId: 't', clientId: 'c' })).toThrow(
      "Missing required config value at 'fabrique.office365.clientSecret'",
    );
  });
});
