import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  defaultThresholds,
  Environment,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  azureGroupPath,
  azureSignInHandlers,
  azureUrl,
  createTestAzureConnection,
} from '@socialgouv/backstage-plugin-fabrique-node/testUtils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { azurePostgresProvider } from './azurePostgresProvider';

const serversPath = `${azureGroupPath}/Microsoft.DBforPostgreSQL/flexibleServers`;

function createProvider(fabrique = {}) {
  return azurePostgresProvider({
    config: new ConfigReader({ fabrique }),
    logger: mockServices.logger.mock(),
    thresholds: defaultThresholds,
    tuning: {},
    azure: createTestAzureConnection(),
  })!;
}

const entityOf = (annotations: Record<string, string>, kind = 'Component') => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'mon-app', annotations },
  spec: { type: 'website' },
});
const own = 'fabrique.social.gouv.fr';

describe('azurePostgresProvider', () => {
  const msw = setupServer(...azureSignInHandlers);
  registerMswTestHooks(msw);

  it('takes the annotations of the environment first, and needs no more than what the rules do not tell', () => {
    const targetOf = (
      annotations: Record<string, string>,
      environment: Environment = 'prod',
    ) => createProvider().toTarget(entityOf(annotations), environment);

    const both = {
      [`${own}/azure-pg-server`]: 'egaproprodserver',
      [`${own}/azure-pg-server.dev`]: 'egaprodevserver',
      [`${own}/azure-pg-database`]: 'egapro',
      [`${own}/azure-pg-database.preprod`]: 'preprod',
    };
    expect(targetOf(both)).toEqual({
      server: 'egaproprodserver',
      database: 'egapro',
    });
    expect(targetOf(both, 'dev')).toEqual({
      server: 'egaprodevserver',
      database: 'egapro',
    });
    expect(targetOf(both, 'preprod')).toEqual({
      server: 'egaproprodserver',
      database: 'preprod',
    });
    // The server is that of the rules, and on another one the database is not guessed.
    expect(targetOf({ [`${own}/azure-pg-database`]: 'old' })).toEqual({
      server: 'fabriqueprodserver',
      database: 'old',
    });
    expect(
      targetOf({ [`${own}/azure-pg-server`]: 'fabriqueprodserver' }),
    ).toEqual({ server: 'fabriqueprodserver', database: 'mon-app' });
    expect(targetOf({ [`${own}/azure-pg-server`]: 'other-server' })).toEqual({
      server: 'other-server',
    });
    expect(targetOf({})).toBe(undefined);
    expect(() =>
      targetOf({ [`${own}/azure-pg-server`]: 'x.postgres.database.azure.com' }),
    ).toThrow(expect.objectContaining({ kind: 'misconfigured-link' }));
  });

  it('derives the server and the database of an application from the naming rules', () => {
    const provider = createProvider();
    const derive = (entity = entityOf({}), environment: Environment = 'prod') =>
      provider.deriveTarget!(entity, environment);
    expect(derive()).toEqual({
      server: 'fabriqueprodserver',
      database: 'mon-app',
    });
    expect(derive(entityOf({}), 'preprod')).toEqual({
      server: 'fabriquedevserver',
      database: 'mon-app_preprod',
    });
    expect(
      createProvider({
        names: { databaseServer: 'dedicated' },
      }).deriveTarget!(entityOf({}), 'prod'),
    ).toEqual({ server: 'monappprodserver', database: 'mon-app' });

    // Generation 2 has its databases in the cluster, and a system has none.
    expect(derive(entityOf({ [`${own}/preset`]: 'gen2-ovh' }))).toBe(undefined);
    expect(derive(entityOf({}, 'System'))).toBe(undefined);
    expect(provider.describe({ server: 's', database: 'd' })).toEqual({
      title: 's/d',
      url: `https://portal.example.com/#@00000000-0000-4000-8000-0000000000aa/resource${serversPath}/s/overview`,
    });
  });

  it('asks a server once for all the applications on it, and says what is not there', async () => {
    const asked: string[] = [];
    const servers = ['fabriqueprodserver', 'stopped'].map(name => ({
      id: `${serversPath}/${name}`,
      name,
      properties: { state: name === 'stopped' ? 'Stopped' : 'Ready' },
    }));
    const answers: Record<string, object> = {
      [serversPath]: { value: servers },
      [`${servers[0].id}/databases`]: {
        value: [{ name: 'domifa' }, { name: 'vao' }],
      },
      [`${servers[0].id}/firewallRules`]: { value: [] },
      [`${servers[0].id}/backups`]: { value: [] },
      [`${servers[0].id}/configurations/max_connections`]: {
        name: 'max_connections',
        properties: { value: '859' },
      },
      [`${servers[0].id}/providers/Microsoft.Insights/metrics`]: { value: [] },
    };
    msw.use(
      http.get(`${azureUrl}/*`, ({ request }) => {
        const { pathname } = new URL(request.url);
        asked.push(pathname);
        return answers[pathname]
          ? HttpResponse.json(answers[pathname])
          : HttpResponse.json({}, { status: 404 });
      }),
    );
    const provider = createProvider();
    const load = (server: string, database?: string) =>
      provider.load(
        { server, ...(database && { database }) },
        { signal: new AbortController().signal },
      );

    const views = await Promise.all([
      load('fabriqueprodserver', 'domifa'),
      load('fabriqueprodserver', 'vao'),
      load('stopped', 'domifa'),
    ]);
    expect(views.map(({ database, state }) => [database?.name, state])).toEqual(
      [
        ['domifa', 'Ready'],
        ['vao', 'Ready'],
        ['domifa', 'Stopped'],
      ],
    );
    for (const [server, database] of [
      ['fabriqueprodserver', 'nobody'],
      ['nowhere', 'domifa'],
    ]) {
      await expect(load(server, database)).rejects.toMatchObject({
        name: 'UpstreamError',
        kind: 'not-found',
      });
    }
    expect(asked.sort()).toEqual(
      [
        ...Object.keys(answers),
        // The sizes of databases, beside the measures of the server.
        `${servers[0].id}/providers/Microsoft.Insights/metrics`,
      ].sort(),
    );
  });
});
