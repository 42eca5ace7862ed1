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
import { fabriqueServiceReadPermission } from '@socialgouv/backstage-plugin-fabrique-common';
import { component, service, startFleet } from './__testUtils__/startFleet';
import { toRealCatalog } from '../__testUtils__/toRealCatalog';

jest.setTimeout(60_000);

const entities = ['domifa', 'egapro', 'vao'].flatMap(team =>
  ['web', 'api'].map(part => ({
    ...component(`${team}-${part}`, {
      owner: team,
      system: team,
      annotations: {
        'vault.io/path': 'sealed',
        'backstage.io/managed-by-location': 'url:https://example.com/x',
        'backstage.io/managed-by-origin-location': 'url:https://example.com/x',
      },
    }),
  })),
);

const isOwnedBy = (team: string) =>
  catalogConditions.isEntityOwner({ claims: [`group:default/${team}`] });

/**
 * Who may do what: `camille` sees the catalog of DomiFa; `auditor` sees the whole catalog, and the
 * services of Egapro; `alex` sees the catalog of DomiFa, and the services of what is called `web`;
 * `nobody` sees nothing; everybody else sees everything.
 */
const policy = {
  async handle({ permission }: any, user: any) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (isPermission(permission, catalogEntityReadPermission)) {
      if (name === 'nobody') return { result: AuthorizeResult.DENY } as const;
      if (name === 'camille' || name === 'alex') {
        return createCatalogConditionalDecision(
          permission,
          isOwnedBy('domifa'),
        );
      }
    }
    if (isPermission(permission, fabriqueServiceReadPermission)) {
      if (name === 'auditor') {
        return createCatalogConditionalDecision(
          permission,
          isOwnedBy('egapro'),
        );
      }
      if (name === 'alex') {
        return createCatalogConditionalDecision(
          permission,
          catalogConditions.hasMetadata({ key: 'name', value: 'domifa-web' }),
        );
      }
    }
    return { result: AuthorizeResult.ALLOW } as const;
  },
};

describe('who sees what of the fleet, with the catalog and the permissions of Backstage', () => {
  let fleet: Awaited<ReturnType<typeof startFleet>>;
  beforeAll(async () => {
    const catalog = toRealCatalog(entities, policy);
    fleet = await startFleet({
      services: [
        service('vault', () => [{ level: 'problem', key: 'vault.sealed' }]),
      ],
      rootConfig: { permission: { enabled: true } },
      features: catalog.features,
    });
    await catalog.fill();
    await fleet.readCatalog();
    await fleet.refresh('vault');
  });
  afterAll(() => fleet?.stop());

  const get = (user: string, path: string) =>
    fleet.api
      .get(`/api/fabrique${path}`)
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${user}`),
      );
  const read = async (user: string, query = '') => {
    const { body } = await get(user, `/v1/fleet${query}`);
    return {
      names: body.rows.map((row: any) => row.title),
      total: body.total,
      problems: body.levelCounts.problem,
      owners: body.owners,
      systems: body.systems,
    };
  };
  const of = (...teams: string[]) => ({
    owners: teams.map(team => `group:default/${team}`),
    systems: teams.map(team => `system:default/${team}`),
  });

  it('shows all to who may see all', async () => {
    expect(await read('sre', '?limit=2')).toEqual({
      names: ['domifa-api', 'domifa-web'],
      total: 6,
      problems: 6,
      ...of('domifa', 'egapro', 'vao'),
    });
  });

  it('shows, counts and offers as filters only what the catalog shows', async () => {
    expect(await read('camille', '?limit=1&offset=1')).toEqual({
      names: ['domifa-web'],
      total: 2,
      problems: 2,
      ...of('domifa'),
    });
    expect(await read('camille', '?owners=group:default/vao')).toEqual({
      names: [],
      total: 0,
      problems: 0,
      ...of('domifa'),
    });
    const { text } = await get('camille', '/v1/fleet.csv');
    expect(text).toContain('domifa-web');
    expect(text).not.toMatch(/egapro|vao/);
  });

  it('shows only components whose services one may see', async () => {
    expect(await read('auditor')).toEqual({
      names: ['egapro-api', 'egapro-web'],
      total: 2,
      problems: 2,
      ...of('egapro'),
    });
    expect(await read('alex')).toEqual({
      names: ['domifa-web'],
      total: 1,
      problems: 1,
      ...of('domifa'),
    });
  });

  it('shows nothing to who may see nothing', async () => {
    expect(await read('nobody')).toEqual({
      names: [],
      total: 0,
      problems: 0,
      owners: [],
      systems: [],
    });
  });
});
