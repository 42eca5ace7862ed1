import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { defaultThresholds } from '@socialgouv/backstage-plugin-fabrique-common';
import { nextcloudProvider } from './nextcloudProvider';

const create = (nextcloud?: object) =>
  nextcloudProvider({
    config: mockServices.rootConfig({
      data: nextcloud ? { fabrique: { nextcloud } } : {},
    }),
    logger: mockServices.logger.mock(),
    thresholds: defaultThresholds,
    tuning: {},
  });

const entity = (folder?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'domifa',
    annotations: folder
      ? { 'fabrique.social.gouv.fr/nextcloud-folder': folder }
      : {},
  },
});

describe('nextcloudProvider', () => {
  it('is absent where the portal has no account, and says what an account lacks', () => {
    expect(create()).toBeUndefined();
    expect(() => create({ baseUrl: 'https://n.example', user: 'u' })).toThrow(
      "Missing required config value at 'fabrique.nextcloud.password'",
    );
  });

  it('finds the folder that an entity names, with or without slashes around it', () => {
    const provider = create({
      baseUrl: 'https://nextcloud.example/',
      user: 'u',
      password: 'p',
    })!;
    const target = { path: 'Produits/Études & #1' };
    for (const folder of ['Produits/Études & #1', '/Produits/Études & #1/']) {
      expect(provider.toTarget(entity(folder), 'prod')).toEqual(target);
    }
    expect(provider.toTarget(entity(), 'prod')).toBeUndefined();
    expect(provider.describe(target)).toEqual({
      title: 'Produits/Études & #1',
      url: 'https://nextcloud.example/apps/files/?dir=%2FProduits%2F%C3%89tudes%20%26%20%231',
    });
    expect(() => provider.toTarget(entity('../Secrets'), 'prod')).toThrow(
      expect.objectContaining({ kind: 'misconfigured-link' }),
    );
  });
});
