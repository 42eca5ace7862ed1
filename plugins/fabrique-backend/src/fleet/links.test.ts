import { mockCredentials } from '@backstage/backend-test-utils';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import searchPgModule from '@backstage/plugin-search-backend-module-pg';
import { UpstreamError } from '@socialgouv/backstage-plugin-fabrique-node';
import searchModule from '@socialgouv/backstage-plugin-search-backend-module-fabrique';
import { startTestSandbox, TestSandbox } from '@socialgouv/fabrique-sandbox';
import { component, service, startFleet } from './__testUtils__/startFleet';
import { toRealCatalog } from '../__testUtils__/toRealCatalog';

jest.setTimeout(180_000);

const entities = [
  component('domifa', {
    title: 'DomiFa',
    owner: 'domifa',
    annotations: { 'vault.io/path': 'SocialGouv/domifavault' },
  }),
  component('egapro', {
    owner: 'egapro',
    annotations: { 'vault.io/path': 'SocialGouv/egaprovault' },
  }),
  component('library', { owner: 'egapro' }),
].map(entity => ({
  ...entity,
  metadata: {
    ...entity.metadata,
    annotations: {
      ...entity.metadata.annotations,
      'backstage.io/managed-by-location': 'url:https://example.com/x',
      'backstage.io/managed-by-origin-location': 'url:https://example.com/x',
    },
  },
}));

/** `camille` sees the catalog of DomiFa, everybody else all of it. */
const policy = {
  async handle({ permission }: any, user: any) {
    return user?.info.userEntityRef === 'user:default/camille' &&
      isPermission(permission, catalogEntityReadPermission)
      ? createCatalogConditionalDecision(
          permission,
          catalogConditions.isEntityOwner({ claims: ['group:default/domifa'] }),
        )
      : ({ result: AuthorizeResult.ALLOW } as const);
  },
};

/** Databases are linked by a naming rule; there is one of DomiFa only. */
const databases = service(
  'db',
  path => {
    if (path === 'domifa_db') return [];
    throw new UpstreamError('There is none', { kind: 'not-found' });
  },
  {
    toTarget: () => undefined,
    deriveTarget: ({ metadata }) => ({ path: `${metadata.name}_db` }),
  },
);
const vault = service('vault', () => []);

const asPlugin = (id: string) =>
  mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(`plugin:${id}`),
    targetPluginId: 'fabrique',
  });

describe.each(['Postgres', 'Lunr'])('the search for links, in %s', engine => {
  const isPostgres = engine === 'Postgres';
  let sandbox: TestSandbox | undefined;
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeAll(async () => {
    if (isPostgres) sandbox = await startTestSandbox(['postgres']);
    const catalog = toRealCatalog(entities, policy);
    fleet = await startFleet({
      services: [vault, databases],
      rootConfig: {
        permission: { enabled: true },
        ...(sandbox && {
          backend: {
            database: {
              client: 'pg',
              connection: {
                host: '127.0.0.1',
                port: Number(new URL(sandbox.urls.postgres).port),
                user: 'portal',
                password: 'portal',
              },
            },
          },
        }),
      },
      features: [
        ...catalog.features,
        searchPlugin,
        searchModule,
        ...(isPostgres ? [searchPgModule] : []),
      ],
    });
    await catalog.fill();
    await fleet.readCatalog();
    await fleet.refresh('db');
    await fleet.runTask('search_index_fabrique_links');
  });
  afterAll(async () => {
    await fleet.stop();
    await sandbox?.remove();
  });

  async function find(term: string, person: string) {
    const { body } = await fleet.api
      .get('/api/search/query')
      .query({ term })
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${person}`),
      );
    return body.results?.map(({ document }: any) => document.entityRef);
  }

  it.each([
    ['domifavault', 'component:default/domifa'],
    ['SocialGouv/domifavault', 'component:default/domifa'],
    ['domifa_db', 'component:default/domifa'],
    ['egaprovault', 'component:default/egapro'],
  ])('finds %s', async (term, ref) => {
    // Lunr also finds what is alike, behind what is the same.
    expect((await find(term, 'alex'))[0]).toBe(ref);
  });

  it('knows nothing of what a naming rule suggests and a service does not have, nor of what has no links', async () => {
    const found = await fleet.api
      .get('/api/search/query')
      .query({ term: '' })
      .set('authorization', mockCredentials.user.header('user:default/alex'));
    expect(
      found.body.results.map(({ document }: any) => document.links).flat(),
    ).toHaveLength(3);
    expect(await find('', 'alex')).toHaveLength(2);
    expect(JSON.stringify(found.body)).not.toContain('egapro_db');
  });

  it('finds only what the catalog lets a person see', async () => {
    expect(await find('', 'camille')).toEqual(['component:default/domifa']);
    expect(await find('egaprovault', 'camille')).toEqual([]);
  });

  it('gives the search the documents that its page shows', async () => {
    const { body } = await fleet.api
      .get('/api/search/query')
      .query({ term: 'domifavault', types: ['fabrique-links'] })
      .set('authorization', mockCredentials.user.header('user:default/alex'));
    expect(body.results[0]).toEqual(
      expect.objectContaining({
        type: 'fabrique-links',
        document: {
          title: 'DomiFa',
          text: 'domifa SocialGouv/domifavault SocialGouv domifavault domifa_db',
          location: '/catalog/default/component/domifa',
          entityRef: 'component:default/domifa',
          owner: 'group:default/domifa',
          links: [
            { service: 'vault', value: 'SocialGouv/domifavault' },
            { service: 'db', value: 'domifa_db' },
          ],
        },
      }),
    );
  });

  it.each([
    ['a person', mockCredentials.user.header(), 403],
    ['another plugin', asPlugin('catalog'), 403],
    ['the search', asPlugin('search'), 200],
  ])('tells %s all links, or not', async (_, authorization, status) => {
    const response = await fleet.api
      .get('/api/fabrique/v1/links')
      .set('authorization', authorization);
    expect(response.status).toBe(status);
  });
});
