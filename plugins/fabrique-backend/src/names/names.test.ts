import {
  mockCredentials,
  mockServices,
  registerMswTestHooks,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import request from 'supertest';
import fabriquePlugin from '../index';

const githubUrl = 'https://api.github.com/repos/SocialGouv';
const path = (name: string) => `/api/fabrique/v1/names/${name}/availability`;

const component = (name: string, owner: string, namespace?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace },
  spec: { type: 'website', lifecycle: 'production', owner },
});

describe('names', () => {
  const msw = setupServer();
  registerMswTestHooks(msw);

  /** GitHub with the repositories, and the teams of each. */
  async function start(repositories: Record<string, string[]> = {}) {
    msw.use(
      http.all(/127\.0\.0\.1|localhost/, () => passthrough()),
      http.get(`${githubUrl}/:name`, ({ params }) =>
        String(params.name) in repositories
          ? HttpResponse.json({
              full_name: `SocialGouv/${params.name}`,
              default_branch: 'main',
            })
          : HttpResponse.json({ message: 'Not Found' }, { status: 404 }),
      ),
      http.get(`${githubUrl}/:name/teams`, ({ params }) =>
        HttpResponse.json(
          repositories[String(params.name)].map(slug => ({ slug })),
        ),
      ),
    );
    const { server } = await startTestBackend({
      features: [
        fabriquePlugin,
        catalogServiceMock.factory({
          entities: [
            component('domifa', 'domifa'),
            component('vao', 'group:default/vao'),
            component('vao', 'other', 'elsewhere'),
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Group',
              metadata: {
                name: 'vao',
                annotations: { 'github.com/team-slug': 'SocialGouv/vao-team' },
              },
              spec: { type: 'team', children: [] },
            },
          ],
        }),
        mockServices.rootConfig.factory({
          data: { fabrique: { github: { organization: 'SocialGouv' } } },
        }),
      ],
    });
    return request(server);
  }

  it('says who has a name in the catalog, in any namespace', async () => {
    const api = await start({ domifa: ['domifa'] });
    const check = async (name: string, owner?: string) =>
      (await api.get(path(name)).query({ owner })).body;

    expect(await check('domifa', 'group:default/sre')).toEqual({
      available: false,
      takenBy: 'group:default/domifa',
      where: 'catalog',
    });
    expect(await check('domifa')).toMatchObject({ available: false });
    expect(await check('vao', 'group:default/vao')).toEqual({
      available: false,
      takenBy: 'group:elsewhere/other',
      where: 'catalog',
    });
    expect(await check('domifa', 'Group:default/Domifa')).toEqual({
      available: true,
    });
  });

  it("says that a repository has a name, unless it is the owner's own", async () => {
    const api = await start({
      egapro: ['egapro', 'sre'],
      alone: [],
      'vao-api': ['vao-team'],
    });
    const check = async (name: string, owner?: string) =>
      (await api.get(path(name)).query({ owner })).body;
    const taken = (name: string) => ({
      available: false,
      takenBy: `SocialGouv/${name}`,
      where: 'github',
    });

    expect(await check('egapro', 'domifa')).toEqual(taken('egapro'));
    expect(await check('egapro')).toEqual(taken('egapro'));
    expect(await check('alone', 'domifa')).toEqual(taken('alone'));
    expect(await check('egapro', 'egapro')).toEqual({ available: true });
    expect(await check('vao-api', 'vao')).toEqual({ available: true });
    expect(await check('new-app', 'egapro')).toEqual({ available: true });
  });

  it('says that it could not ask GitHub', async () => {
    const api = await start();
    msw.use(
      http.get(`${githubUrl}/*`, () =>
        HttpResponse.json({ message: 'Bad credentials' }, { status: 401 }),
      ),
    );

    const { status, body } = await api
      .get(path('new-app'))
      .query({ owner: 'domifa' });
    expect(status).toBe(200);
    expect(body).toEqual({ available: true, unchecked: ['github'] });
  });

  it('refuses what is no name, no group or nobody', async () => {
    const api = await start();

    for (const name of ['Domifa', 'a..b', '-a', 'a%2Fteams', 'a'.repeat(101)]) {
      expect((await api.get(path(name))).status).toBe(400);
    }
    for (const query of ['owner=user:default/x', 'owner=a/b/c', 'other=x']) {
      expect((await api.get(`${path('a')}?${query}`)).status).toBe(400);
    }
    expect(
      (
        await api
          .get(path('domifa'))
          .set('authorization', mockCredentials.none.header())
      ).status,
    ).toBe(401);
  });
});
