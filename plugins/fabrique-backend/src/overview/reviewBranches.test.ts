import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  fabriqueProvidersExtensionPoint,
  IntegrationProvider,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';
import request from 'supertest';
import fabriquePlugin from '../index';

const path = '/api/fabrique/v1/entities/component/default/domifa/overview';

/** A service of somebody else's module, to which the entity is linked. */
function toProvider(
  id: string,
  options: Partial<IntegrationProvider<any, any, any>>,
): IntegrationProvider<any, any, any> {
  return {
    id,
    annotation: {
      name: `${id}.io/path`,
      title: { en: id, fr: id },
      description: { en: '', fr: '' },
      pattern: '.*',
      example: 'x',
    },
    freshForMs: 60_000,
    toTarget: (_, environment, branch) => ({ environment, branch }),
    describe: () => ({ title: id }),
    load: async target => ({ ...target }),
    toVerdict: () => ({ level: 'ok', reasons: [] }),
    ...options,
  };
}

async function start(...providers: IntegrationProvider<any, any, any>[]) {
  const { server } = await startTestBackend({
    features: [
      fabriquePlugin,
      mockServices.rootConfig.factory({ data: {} }),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'domifa' },
            spec: {},
          },
        ],
      }),
      createBackendModule({
        pluginId: 'fabrique',
        moduleId: 'test',
        register(env) {
          env.registerInit({
            deps: { point: fabriqueProvidersExtensionPoint },
            async init({ point }) {
              providers.forEach(provider => point.addProvider(provider));
            },
          });
        },
      }),
    ],
  });
  return async (query: object) => {
    const { status, body } = await request(server).get(path).query(query);
    const { services = {}, ...rest } = body;
    const views = Object.fromEntries(
      providers.map(({ id }) => [id, services[id]?.view ?? services[id]]),
    );
    return { status, ...(status === 200 ? { ...rest, ...views } : {}) };
  };
}

describe('review branches', () => {
  const asked: object[] = [];
  beforeEach(() => asked.splice(0));
  /** One answer for all environments, as a cluster that holds several gives. */
  const cluster = toProvider('cluster', {
    scope: 'branch',
    toTarget: () => ({ name: 'dev2' }),
    load: async target => {
      asked.push(target);
      return { main: 1, 'feat/login': 2, 'not a name': 3 };
    },
    toView: (answer, environment, branch = 'main') => ({
      environment,
      count: answer[branch] ?? 0,
    }),
    toReviewBranches: answer => Object.keys(answer),
  });
  const pipelines = toProvider('pipelines', {
    scope: 'branch',
    load: async target => {
      asked.push(target);
      return { ...target, branches: ['fix/date', 'feat/login', 'main'] };
    },
    toReviewBranches: ({ branches }) => branches,
  });
  const errors = toProvider('errors', { scope: 'environment' });
  const reviewBranches = ['feat/login', 'fix/date'];

  it('shows a branch in those who tell branches apart, dev in the others', async () => {
    const read = await start(cluster, pipelines, errors);

    expect(await read({ environment: 'dev' })).toEqual({
      status: 200,
      entityRef: 'component:default/domifa',
      environment: 'dev',
      reviewBranches,
      cluster: { environment: 'dev', count: 1 },
      pipelines: { environment: 'dev', branches: expect.any(Array) },
      errors: { environment: 'dev' },
    });
    expect(await read({ environment: 'dev', branch: 'feat/login' })).toEqual({
      status: 200,
      entityRef: 'component:default/domifa',
      environment: 'dev',
      branch: 'feat/login',
      reviewBranches,
      cluster: { environment: 'dev', count: 2 },
      pipelines: {
        environment: 'dev',
        branch: 'feat/login',
        branches: expect.any(Array),
      },
      errors: { environment: 'dev' },
    });
    expect(asked).toEqual([
      { name: 'dev2' },
      { environment: 'dev' },
      { environment: 'dev', branch: 'feat/login' },
    ]);
  });

  it('says that a branch is not there, and asks nobody about it', async () => {
    const read = await start(cluster, pipelines);

    expect(await read({ environment: 'dev', branch: 'feat/gone' })).toEqual({
      status: 200,
      entityRef: 'component:default/domifa',
      environment: 'dev',
      missingBranch: 'feat/gone',
      reviewBranches,
      cluster: { environment: 'dev', count: 1 },
      pipelines: { environment: 'dev', branches: expect.any(Array) },
    });
    expect(asked).toEqual([{ name: 'dev2' }, { environment: 'dev' }]);
  });

  it('calls no branch missing while one who may know it does not answer', async () => {
    const read = await start(
      cluster,
      toProvider('pipelines', {
        scope: 'branch',
        toReviewBranches: () => [],
        load: async () => {
          throw new UpstreamError('GitLab: HTTP 503', { kind: 'unavailable' });
        },
      }),
    );

    expect(
      await read({ environment: 'dev', branch: 'fix/date' }),
    ).toMatchObject({
      branch: 'fix/date',
      reviewBranches: ['feat/login'],
      cluster: { count: 0 },
      pipelines: { state: 'failed' },
    });
  });

  it.each([
    { environment: 'prod', branch: 'feat/login' },
    { branch: 'feat/login' },
    { environment: 'dev', branch: '../../other' },
    { environment: 'dev', branch: '' },
    { environment: 'dev', branch: 'a'.repeat(201) },
    { environment: 'dev', branch: ['feat/login', 'main'] },
  ])('refuses %j', async query => {
    const read = await start(cluster);

    expect((await read(query)).status).toBe(400);
    expect(asked).toEqual([]);
  });
});
