import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { defaultThresholds } from '@socialgouv/backstage-plugin-fabrique-common';
import { office365Provider } from './office365Provider';

const create = (office365?: object) =>
  office365Provider({
    config: mockServices.rootConfig({
      data: office365 ? { fabrique: { office365 } } : {},
    }),
    logger: mockServices.logger.mock(),
    thresholds: defaultThresholds,
    tuning: {},
  });

const entity = (mailboxes?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'domifa',
    annotations: mailboxes
      ? { 'fabrique.social.gouv.fr/mailboxes': mailboxes }
      : {},
  },
});

describe('office365Provider', () => {
  it('is absent where the portal has no registration', () => {
    expect(create()).toBeUndefined();
  });

  it('finds the addresses that an entity names, each once', () => {
    const provider = create({
      tenantId: '00000000-0000-4000-8000-000000000001',
      clientId: 'c',
      clientSecret: 's',
    })!;
    const target = { addresses: ['a@f.example', 'b@f.example'] };
    expect(
      provider.toTarget(entity('b@f.example, A@f.example,b@f.example'), 'dev'),
    ).toEqual(target);
    expect(provider.toTarget(entity(), 'prod')).toBeUndefined();
    expect(provider.describe(target)).toEqual({
      title: 'a@f.example, b@f.example',
      url: 'https://outlook.office.com/mail/',
    });
    expect(() => provider.toTarget(entity('domifa'), 'prod')).toThrow(
      expect.objectContaining({ kind: 'misconfigured-link' }),
    );
  });
});
