import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { fabriqueServiceReadPermission } from '@socialgouv/backstage-plugin-fabrique-common';
import request from 'supertest';
import { toRealCatalog } from './__testUtils__/toRealCatalog';
import { fabriquePlugin } from './plugin';

jest.setTimeout(60_000);

const alice = 'user:default/alice';
const bob = 'user:default/bob';

/** The policy of docs/install.md: owners see the services; of what is secret, owners see anything at all. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const isOwner = catalogConditions.isEntityOwner({
      claims: user?.info.ownershipEntityRefs ?? [],
    });
    if (isPermission(permission, fabriqueServiceReadPermission)) {
      return createCatalogConditionalDecision(permission, isOwner);
    }
    if (isPermission(permission, catalogEntityReadPermission)) {
      return createCatalogConditionalDecision(permission, {
        anyOf: [
          isOwner,
          {
            not: catalogConditions.hasLabel({
              label: 'fabrique.test/secret',
            }),
          },
        ],
      });
    }
    return { result: AuthorizeResult.ALLOW };
  },
};

const toComponent = (name: string, owner: string, labels = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    labels,
    annotations: {
      'backstage.io/managed-by-location': 'test:here',
      'backstage.io/managed-by-origin-location': 'test:here',
      'sentry.io/project-slug': name,
    },
  },
  spec: { type: 'website', lifecycle: 'production', owner },
});

const entities = [
  toComponent('domifa', alice),
  toComponent('egapro', bob),
  toComponent('hidden', bob, { 'fabrique.test/secret': 'yes' }),
];

describe('the permissions', () => {
  let api: ReturnType<typeof request>;

  const read = (name: string, user: string, more = '') =>
    api
      .get(
        `/api/fabrique/v1/entities/component/default/${name}/overview${more}`,
      )
      .set('authorization', mockCredentials.user.header(user));

  beforeAll(async () => {
    const catalog = toRealCatalog(entities, policy);
    const { server } = await startTestBackend({
      features: [
        ...catalog.features,
        fabriquePlugin,
        mockServices.rootConfig.factory({
          data: { permission: { enabled: true } },
        }),
      ],
    });
    api = request(server);
    await catalog.fill();
  });

  it('lets the owner of an entity see its services, and nobody else', async () => {
    const { body } = await read('domifa', alice);
    expect(body.entityRef).toBe('component:default/domifa');

    const refused = await read('domifa', bob);
    expect(refused.status).toBe(403);
    expect(refused.body.error).toMatchObject({
      name: 'NotAllowedError',
      message: 'You may not see the services of component:default/domifa',
    });
    expect(refused.body).not.toHaveProperty('services');
  });

  it('shows of an entity nothing that the catalog does not show', async () => {
    const seen = async (user: string) => {
      const { body } = await api
        .get('/api/catalog/entities?filter=kind=component')
        .set('authorization', mockCredentials.user.header(user));
      return body
        .map((one: { metadata: { name: string } }) => one.metadata.name)
        .sort();
    };
    expect(await seen(alice)).toEqual(['domifa', 'egapro']);
    expect(await seen(bob)).toEqual(['domifa', 'egapro', 'hidden']);
    expect((await read('hidden', alice)).status).toBe(403);
    expect((await read('nowhere', alice)).status).toBe(403);
  });

  it('case 3: nothing that is changed in the request gives the data of another entity', async () => {
    for (const more of [
      '?entityRef=component:default/egapro',
      '?environment=prod&sentry.io/project-slug=egapro',
      '?target=egapro',
      '?path=/api/0/projects/incubateur/egapro/',
      '?environment=../egapro',
      '?environment=prod&environment=dev',
    ]) {
      const { status, body } = await read('domifa', alice, more);
      expect([more, status]).toEqual([more, 400]);
      expect(body).not.toHaveProperty('services');
    }
    for (const name of ['..%2fegapro', 'domifa%2f..%2fegapro', 'egapro%00']) {
      expect((await read(name, alice)).status).toBeGreaterThanOrEqual(400);
    }
    for (const path of [
      'proxy/sentry/api/0/projects/',
      'sentry/api/0/',
      'v1/sentry/egapro',
    ]) {
      const { status } = await api
        .get(`/api/fabrique/${path}`)
        .set('authorization', mockCredentials.user.header(alice));
      expect([path, status]).toEqual([path, 404]);
    }
  });

  it('case 4: reading stays reading, whatever method and body are sent', async () => {
    const path = '/api/fabrique/v1/entities/component/default/domifa/overview';
    for (const method of ['post', 'put', 'patch', 'delete'] as const) {
      const { status } = await api[method](path)
        .set('authorization', mockCredentials.user.header(alice))
        .send([{ entityRef: 'component:default/egapro' }]);
      expect([method, status]).toEqual([method, 404]);
    }
    const overridden = await api
      .post(path)
      .set('authorization', mockCredentials.user.header(alice))
      .set('x-http-method-override', 'GET');
    expect(overridden.status).toBe(404);
  });
});
