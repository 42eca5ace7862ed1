import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { defaultThresholds } from '@socialgouv/backstage-plugin-fabrique-common';
import { tipimailProvider } from './tipimailProvider';

const create = (tipimail?: object) =>
  tipimailProvider({
    config: mockServices.rootConfig({
      data: tipimail ? { fabrique: { tipimail } } : {},
    }),
    logger: mockServices.logger.mock(),
    thresholds: defaultThresholds,
    tuning: {},
  });

const entity = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'domifa', annotations },
});

const name = 'fabrique.social.gouv.fr/tipimail-senders';

describe('tipimailProvider', () => {
  it('is absent where the portal has no account', () => {
    expect(create()).toBeUndefined();
  });

  it('asks for the senders of the environment, the same for equal lists', () => {
    const provider = create({ apiUser: 'u', apiKey: 'k' })!;
    const domifa = entity({
      [name]: 'b@domifa.example, A@domifa.example,b@domifa.example',
      [`${name}.preprod`]: 'a@preprod.example',
    });
    const prod = {
      senders: ['a@domifa.example', 'b@domifa.example'],
      isCaught: false,
    };
    expect(provider.toTarget(domifa, 'prod')).toEqual(prod);
    expect(provider.toTarget(domifa, 'preprod')).toEqual({
      senders: ['a@preprod.example'],
      isCaught: false,
    });
    expect(provider.toTarget(entity({}), 'prod')).toBeUndefined();
    expect(provider.describe(prod)).toEqual({
      title: 'a@domifa.example, b@domifa.example',
      url: 'https://app.tipimail.com',
    });
    expect(() =>
      provider.toTarget(entity({ [name]: 'domifa.example' }), 'prod'),
    ).toThrow(expect.objectContaining({ kind: 'misconfigured-link' }));
  });

  it('asks nobody where a mail catcher keeps what is written, and says so', async () => {
    const provider = create({
      apiUser: 'u',
      apiKey: 'k',
      // Nobody answers there.
      baseUrl: 'http://127.0.0.1:1',
      mailCatcherEnvironments: ['dev', 'preprod'],
    })!;
    const domifa = entity({ [name]: 'a@domifa.example' });
    const { signal } = new AbortController();
    for (const environment of ['dev', 'preprod'] as const) {
      const target = provider.toTarget(domifa, environment)!;
      const view = await provider.load(target, { signal });
      expect(view).toEqual({ mode: 'mail-catcher' });
      expect(provider.toVerdict(view, new Date())).toEqual({
        level: 'ok',
        reasons: [],
      });
    }
    const target = provider.toTarget(domifa, 'prod')!;
    await expect(provider.load(target, { signal })).rejects.toMatchObject({
      kind: 'network',
    });
  });
});
