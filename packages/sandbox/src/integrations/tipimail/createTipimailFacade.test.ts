import { startTestFacades, TestFacades } from '../../testing/startTestFacades';
import { createTipimailFacade } from './createTipimailFacade';
import { tipimailAccount } from './TipimailState';

const now = new Date('2026-11-23T10:12:00Z');
const seconds = (text: string) => Date.parse(text) / 1000;

describe('createTipimailFacade', () => {
  let facades: TestFacades;
  beforeEach(async () => {
    facades = await startTestFacades([createTipimailFacade], { now });
  });
  afterEach(() => facades.stop());

  const call = async (
    method: string,
    path: string,
    body?: object,
    apiKey: string = tipimailAccount.apiKey,
  ) => {
    const response = await fetch(`${facades.context.urls.tipimail}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'X-Tipimail-ApiUser': tipimailAccount.apiUser,
        'X-Tipimail-ApiKey': apiKey,
      },
      body: body && JSON.stringify(body),
    });
    return {
      status: response.status,
      body: (await response.json()) as Record<string, any>,
    };
  };
  const sends = async (sender: string, since = '2026-10-25T00:00:00Z') =>
    (
      await call('POST', '/v1/statistics/sends', {
        dateBegin: seconds(since),
        dateEnd: seconds('2026-11-23T10:12:01Z'),
        froms: [sender],
      })
    ).body;

  it('refuses who is not of the account', async () => {
    expect(await call('GET', '/v1/settings/domains', undefined, 'x')).toEqual({
      status: 401,
      body: { error: 'No valid API key provided' },
    });
  });

  it('has a history for each sender, the same at each start, whose days add up', async () => {
    const sender = 'ne-pas-repondre@domifa.fabrique.social.gouv.fr';
    const total = await sends(sender);
    expect(total.requested).toBeGreaterThan(5000);
    expect(total.requested).toBe(
      total.delivered +
        total.hardbounced +
        total.softbounced +
        total.rejected +
        total.error,
    );
    expect(total.hardbounced + total.softbounced).toBeLessThan(
      total.requested * 0.02,
    );
    await facades.restart();
    expect(await sends(sender)).toEqual(total);
    const { body: days } = await call('POST', '/v1/statistics/bounces', {
      dateBegin: String(seconds('2026-10-25T00:00:00Z')),
      dateEnd: '2026-11-23T10:12:01Z',
      froms: [sender],
    });
    const requested = Object.values(days).map(day => day.requested as number);
    expect(requested.reduce((a, b) => a + b)).toBe(total.requested);
    expect(Object.keys(days).map(Number)).toContain(
      seconds('2026-11-22T00:00:00Z'),
    );
    const { body: activities } = await call(
      'POST',
      '/v1/statistics/activities',
      { froms: [sender] },
    );
    expect(Object.values(activities)[5].delivered).toBeGreaterThan(0);
  });

  it('has an application whose messages come back, and a domain without its key', async () => {
    const mano = await sends('ne-pas-repondre@mano.fabrique.social.gouv.fr');
    expect(
      (mano.hardbounced + mano.softbounced) / mano.requested,
    ).toBeGreaterThan(0.07);
    const { body } = await call('GET', '/v1/settings/domains');
    expect(
      (body as unknown as Record<string, unknown>[])
        .filter(({ verifiedDkim }) => !verifiedDkim)
        .map(({ sending, verifiedSpf }) => [sending, verifiedSpf]),
    ).toEqual([['carnet-de-bord.fabrique.social.gouv.fr', true]]);
  });

  it('keeps what is declared, and counts what is sent from there', async () => {
    const path = '/v1/settings/domains';
    const declared = await call('POST', path, {
      sending: 'Nouveau.example',
      tracking: 'link.nouveau.example',
      email: 'contact@nouveau.example',
    });
    expect(declared.body).toMatchObject({
      sending: 'nouveau.example',
      verifiedDkim: false,
      createdAt: seconds('2026-11-23T10:12:00Z'),
    });
    await facades.restart();
    expect(await call('GET', `${path}/nouveau.example`)).toEqual(declared);
    expect((await call('GET', `${path}/other.example`)).status).toBe(404);
    expect((await call('POST', path, { sending: 'x' })).status).toBe(400);

    const { body: key } = await call('POST', '/v1/settings/apikeys', {
      description: 'nouveau',
    });
    const message = (address: string) => ({
      to: [{ address }],
      msg: { from: { address: 'contact@nouveau.example' }, subject: 'x' },
    });
    for (const address of ['a@b.example', 'a@b.invalid', 'a@b.invalid']) {
      expect(
        await call('POST', '/v1/messages/send', message(address), key.key),
      ).toEqual({ status: 200, body: { status: 'success' } });
    }
    expect(await sends('contact@nouveau.example')).toMatchObject({
      requested: 3,
      delivered: 1,
      hardbounced: 1,
      rejected: 1,
    });
  });

  it('has a page behind the links', async () => {
    const response = await fetch(facades.context.urls.tipimail);
    expect(await response.text()).toContain('domifa.fabrique.social.gouv.fr');
  });
});
