import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import mcpPlugin from '@backstage/plugin-mcp-actions-backend';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {
  fabriqueFleetReadPermission,
  fabriqueServiceReadPermission,
  integrationIds,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  component,
  service,
  startFleet,
} from '../fleet/__testUtils__/startFleet';
import { toRealCatalog } from '../__testUtils__/toRealCatalog';

jest.setTimeout(180_000);

const entities = [
  { name: 'domifa', path: 'sealed' },
  { name: 'egapro', path: 'sealed' },
  { name: 'vao', path: 'fine' },
].map(({ name, path }) =>
  component(name, {
    owner: name,
    annotations: {
      'vault.io/path': path,
      'backstage.io/managed-by-location': 'url:https://example.com/x',
      'backstage.io/managed-by-origin-location': 'url:https://example.com/x',
    },
  }),
);

/** `camille` sees DomiFa only, `nobody` neither fleet nor services, everybody else everything. */
const policy = {
  async handle({ permission }: any, user: any) {
    const name = user?.info.userEntityRef.split('/')[1];
    const isOurs =
      isPermission(permission, fabriqueFleetReadPermission) ||
      isPermission(permission, fabriqueServiceReadPermission);
    if (name === 'nobody' && isOurs) {
      return { result: AuthorizeResult.DENY } as const;
    }
    return name === 'camille' &&
      isPermission(permission, catalogEntityReadPermission)
      ? createCatalogConditionalDecision(
          permission,
          catalogConditions.isEntityOwner({ claims: ['group:default/domifa'] }),
        )
      : ({ result: AuthorizeResult.ALLOW } as const);
  },
};

const as = (person: string) =>
  mockCredentials.user.header(`user:default/${person}`);
const sealed = { level: 'problem', key: 'vault.sealed' } as const;
const problem = {
  service: 'vault',
  title: 'vault',
  state: 'ok',
  level: 'problem',
  summary: 'problem: vault.sealed',
  fetchedAt: expect.any(String),
};

describe('the actions for assistants', () => {
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeAll(async () => {
    const catalog = toRealCatalog(entities, policy);
    fleet = await startFleet({
      services: [service('vault', path => (path === 'fine' ? [] : [sealed]))],
      rootConfig: {
        permission: { enabled: true },
        backend: { actions: { pluginSources: ['fabrique'] } },
      },
      features: [
        ...catalog.features,
        actionsRegistryServiceFactory,
        actionsServiceFactory,
        mcpPlugin,
      ],
    });
    await catalog.fill();
    await fleet.readCatalog();
    await fleet.refresh('vault');
  });
  afterAll(() => fleet.stop());

  const invoke = (name: string, person: string, input: object) =>
    fleet.api
      .post(
        `/api/fabrique/.backstage/actions/v1/actions/fabrique:${name}/invoke`,
      )
      .set('authorization', as(person))
      .send(input);

  it.each([
    ['alex', ['get-entity-health', 'list-unhealthy-entities']],
    ['nobody', ['get-entity-health']],
  ])('are listed for %s', async (person, names) => {
    const { body } = await fleet.api
      .get('/api/fabrique/.backstage/actions/v1/actions')
      .set('authorization', as(person));
    expect(body.actions.map((action: any) => action.name)).toEqual(names);
    for (const { attributes } of body.actions) {
      expect(attributes).toEqual({
        readOnly: true,
        destructive: false,
        idempotent: true,
      });
    }
  });

  it('tell how an entity is doing, to who may see it', async () => {
    const input = { name: 'domifa', language: 'en' };
    const { body } = await invoke('get-entity-health', 'camille', input);
    expect(body.output).toEqual({
      entityRef: 'component:default/domifa',
      environment: 'prod',
      level: 'problem',
      services: [
        ...integrationIds.map(id =>
          expect.objectContaining({
            service: id,
            state: 'not-configured',
            summary: 'not connected',
          }),
        ),
        problem,
      ],
    });
    const denied = await invoke('get-entity-health', 'nobody', input);
    expect(denied.status).toBe(403);
    expect(JSON.stringify(denied.body)).not.toContain('vault');
    const hidden = { ...input, name: 'egapro' };
    expect((await invoke('get-entity-health', 'camille', hidden)).status).toBe(
      404,
    );
  });

  it.each([
    ['alex', ['domifa', 'egapro']],
    ['camille', ['domifa']],
  ])('list to %s what is not well', async (person, names) => {
    const { body } = await invoke('list-unhealthy-entities', person, {
      language: 'en',
    });
    expect(body.output).toEqual({
      total: names.length,
      oldestAnswerAt: expect.any(String),
      entities: names.map(name => ({
        entityRef: `component:default/${name}`,
        title: name,
        owner: `group:default/${name}`,
        level: 'problem',
        services: [
          {
            service: 'vault',
            title: 'vault',
            summary: 'problem: vault.sealed',
          },
        ],
      })),
    });
  });

  it('list nothing to who may not see the fleet', async () => {
    // Backstage says of an action that one may not use that there is none.
    const denied = await invoke('list-unhealthy-entities', 'nobody', {});
    expect(denied.status).toBe(404);
  });

  it('answer an assistant over MCP', async () => {
    const client = new Client({ name: 'assistant', version: '1.0.0' });
    await client.connect(
      new StreamableHTTPClientTransport(
        new URL('/api/mcp-actions/v1', fleet.address),
        { requestInit: { headers: { authorization: as('camille') } } },
      ),
    );
    const { tools } = await client.listTools();
    const tool = tools.find(({ name }) => name.includes('get-entity-health'))!;
    const answer = await client.callTool({
      name: tool.name,
      arguments: { name: 'domifa', language: 'en' },
    });
    expect(JSON.stringify(answer.content)).toContain('vault.sealed');
    await client.close();
  });
});
