import { mockServices } from '@backstage/backend-test-utils';
import { entityEnvelopeSchemaValidator } from '@backstage/catalog-model';
import { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import { LedgerEntityProvider } from './LedgerEntityProvider';
import { readLanguage } from './readLanguage';

const entry: LedgerEntry = {
  id: 'a1',
  key: 'azure-postgres/fabriqueprodserver/domifa',
  type: 'postgres-database',
  title: 'database domifa on fabriqueprodserver',
  environment: 'prod',
  application: 'SocialGouv/domifa',
  taskId: 't',
  stepId: 'app',
  actionId: 'fabrique:app:ensure',
  verb: 'create',
  state: 'made',
  location: 'https://portal.azure.com/#resource/a',
  createdAt: '2026-11-24T10:00:00.000Z',
  madeAt: '2026-11-24T10:00:04.000Z',
};

it('gives the catalog what was made and still is there, with the owner of its component', async () => {
  const provider = new LedgerEntityProvider({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'domifa', namespace: 'default' },
          spec: { system: 'domifa' },
          relations: [{ type: 'ownedBy', targetRef: 'group:default/domifa' }],
        },
      ],
    }),
    language: 'fr',
    ledger: {
      list: async () => [
        entry,
        { ...entry, id: 'b', key: 'catalog/x', type: 'catalog-location' },
        { ...entry, id: 'e', key: 'github/x', type: 'github-pull-request' },
        { ...entry, id: 'f', key: 'github/y', type: 'sre-request' },
        { ...entry, id: 'c', key: 'things/c', state: 'making' },
        {
          ...entry,
          id: 'd',
          key: `matomo/https://${'very-long-'.repeat(20)}.example/`,
          type: 'matomo-site',
          application: 'SocialGouv/gone',
        },
      ],
    },
    schedule: { run: async ({ fn }) => (fn as () => Promise<void>)() },
  });
  const mutations: Parameters<EntityProviderConnection['applyMutation']>[0][] =
    [];
  await provider.connect({
    applyMutation: async mutation => void mutations.push(mutation),
    refresh: async () => undefined,
  });

  const entities = mutations.flatMap(mutation =>
    mutation.type === 'full' ? mutation.entities : [],
  );
  expect(entities[0]).toEqual({
    locationKey: 'fabrique-ledger',
    entity: {
      apiVersion: 'backstage.io/v1beta1',
      kind: 'Resource',
      metadata: {
        name: expect.stringMatching(/^postgres-database-domifa-[0-9a-f]{10}$/),
        title: 'Base Postgres domifa (fabriqueprodserver)',
        annotations: {
          'backstage.io/managed-by-location': 'fabrique-ledger:a1',
          'backstage.io/managed-by-origin-location': 'fabrique-ledger:a1',
        },
        links: [
          {
            url: 'https://portal.azure.com/#resource/a',
            title: 'Base Postgres domifa (fabriqueprodserver)',
          },
        ],
      },
      spec: {
        type: 'postgres-database',
        owner: 'group:default/domifa',
        dependencyOf: ['component:default/domifa'],
        system: 'domifa',
      },
    },
  });
  const validate = entityEnvelopeSchemaValidator();
  expect(entities.map(({ entity }) => validate(entity).kind)).toEqual([
    'Resource',
    'Resource',
  ]);
  expect(
    entities.every(({ entity }) => entity.metadata.name.length <= 63),
  ).toBe(true);
  expect(entities[1].entity.spec?.owner).toBe('group:default/unknown');
});

it('has titles in one language, and refuses one that it does not speak', () => {
  const read = (language?: string) =>
    readLanguage(
      mockServices.rootConfig({
        data: { catalog: { providers: { fabriqueLedger: { language } } } },
      }),
    );
  expect([read(), read('en')]).toEqual(['fr', 'en']);
  expect(() => read('de')).toThrow(
    'catalog.providers.fabriqueLedger.language must be one of fr, en',
  );
});
