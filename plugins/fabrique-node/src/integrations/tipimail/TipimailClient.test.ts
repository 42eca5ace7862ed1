import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../../testUtils';
import { readTipimailConfig } from './config';
import { TipimailClient } from './TipimailClient';

const baseUrl = 'https://tipimail.example.com/v1';

function createClient(apiKey = 'k') {
  return TipimailClient.create(
    { baseUrl, apiUser: 'u', apiKey },
    { timeoutMs: 300 },
  );
}

const selection = {
  since: new Date('2026-10-25T00:00:00Z'),
  until: new Date('2026-11-23T10:00:00.500Z'),
  senders: ['contact@domifa.example'],
};

describe('TipimailClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('lists the domains, whatever the case of the names, and drops one without its own', async () => {
    let asked: Request | undefined;
    server.use(
      http.get(`${baseUrl}/settings/domains`, ({ request }) => {
        asked = request;
        return HttpResponse.json([
          {
            id: '55e80030be1cd6e38c0dd5d9',
            sending: 'domifa.example',
            verifiedDkim: true,
            verifiedSpf: false,
            createdAt: 1441267761,
          },
          { Sending: 'vao.example', verifiedDKIM: 'true', VerifiedSpf: null },
          { tracking: 'link.example' },
        ]);
      }),
    );
    await expect(createClient().listDomains({})).resolves.toEqual([
      { sending: 'domifa.example', verifiedDkim: true, verifiedSpf: false },
      { sending: 'vao.example', verifiedDkim: true, verifiedSpf: null },
    ]);
    expect(asked!.headers.get('x-tipimail-apiuser')).toBe('u');
    expect(asked!.headers.get('x-tipimail-apikey')).toBe('k');
  });

  it('counts the messages of the senders within a time', async () => {
    const asked: unknown[] = [];
    server.use(
      http.post(`${baseUrl}/statistics/sends`, async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({
          accountId: 'a',
          requested: 1000,
          delivered: 980,
          hardbounced: '12',
          softbounced: null,
          complaint: 1,
        });
      }),
      http.post(`${baseUrl}/statistics/bounces`, async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({
          1763769600: { requested: 40, hardbounced: 1, softbounced: 2 },
          '2026-11-23T00:00:00': { requested: 12 },
        });
      }),
    );
    const client = createClient();
    await expect(client.getSends(selection, {})).resolves.toEqual({
      requested: 1000,
      delivered: 980,
      rejected: 0,
      error: 0,
      hardbounced: 12,
      softbounced: 0,
      complaint: 1,
    });
    await expect(client.getSendsByDate(selection, {})).resolves.toEqual({
      1763769600: { requested: 40 },
      '2026-11-23T00:00:00': { requested: 12 },
    });
    const body = {
      dateBegin: 1792886400,
      dateEnd: 1795428000,
      froms: ['contact@domifa.example'],
    };
    expect(asked).toEqual([body, body]);
  });

  it('takes an empty list for no message', async () => {
    server.use(
      http.post(`${baseUrl}/statistics/bounces`, () => HttpResponse.json([])),
    );
    await expect(createClient().getSendsByDate(selection, {})).resolves.toEqual(
      {},
    );
  });

  it('asks once more when Tipimail is down, as its statistics only read', async () => {
    let count = 0;
    server.use(
      http.post(`${baseUrl}/statistics/sends`, () => {
        count += 1;
        return count === 1
          ? HttpResponse.json({}, { status: 503 })
          : HttpResponse.json({ requested: 1 });
      }),
    );
    const client = TipimailClient.create({
      baseUrl,
      apiUser: 'u',
      apiKey: 'k',
    });
    await expect(client.getSends(selection, {})).resolves.toMatchObject({
      requested: 1,
    });
    expect(count).toBe(2);
  });

  it('does not take an answer without a number for no message', async () => {
    server.use(
      http.post(`${baseUrl}/statistics/*`, () =>
        HttpResponse.json({ status: 'failure' }),
      ),
    );
    const client = createClient();
    const invalid = { name: 'UpstreamError', kind: 'invalid-response' };
    await expect(client.getSends(selection, {})).rejects.toMatchObject(invalid);
    await expect(client.getSendsByDate(selection, {})).rejects.toMatchObject(
      invalid,
    );
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createClient(secret).getSends(selection, {}),
    // Every account has statistics, also of a sender who never sent.
    except: { '404': 'invalid-response' },
  });
});

describe('readTipimailConfig', () => {
  const read = (tipimail?: object) =>
    readTipimailConfig(
      mockServices.rootConfig({
        data: tipimail ? { fabrique: { tipimail } } : {},
      }),
    );

  it('has the public addresses by default, and a mail catcher in dev', () => {
    expect(read()).toBeUndefined();
    expect(read({ apiUser: 'u', apiKey: 'k' })).toEqual({
      baseUrl: 'https://api.tipimail.com/v1',
      appUrl: 'https://app.tipimail.com',
      apiUser: 'u',
      apiKey: 'k',
      mailCatcherEnvironments: ['dev'],
    });
  });

  it('names what cannot be right', () => {
    expect(() => read({ apiUser: 'u' })).toThrow(
      "Missing required config value at 'fabrique.tipimail.apiKey'",
    );
    expect(() =>
      read({ apiUser: 'u', apiKey: 'k', mailCatcherEnvironments: ['staging'] }),
    ).toThrow(
      "fabrique.tipimail.mailCatcherEnvironments has 'staging', which is none of prod, preprod, dev",
    );
  });
});
