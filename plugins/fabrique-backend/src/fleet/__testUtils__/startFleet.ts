import {
  createBackendModule,
  createServiceFactory,
  SchedulerServiceTaskInvocationDefinition,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { Verdict } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  fabriqueProvidersExtensionPoint,
  IntegrationProvider,
} from '@socialgouv/backstage-plugin-fabrique-node';
import request from 'supertest';
import fabriquePlugin from '../../index';

type Features = NonNullable<Parameters<typeof startTestBackend>[0]['features']>;

/** A component of the catalog of the tests. */
export function component(
  name: string,
  options: {
    annotations?: Record<string, string>;
    title?: string;
    owner?: string;
    system?: string;
  } = {},
): Entity {
  const { annotations, title, owner = 'domifa', system } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', title, annotations },
    spec: { type: 'website', lifecycle: 'production', owner, system },
  };
}

/** What a service says of a target: the reasons of its verdict, or a failure that is thrown. */
export type Say = (path: string) => Verdict['reasons'] | Promise<never>;

/** A service that says of a component what its annotation `<id>.io/path` names. */
export function service(
  id: string,
  say: Say,
  options: Partial<IntegrationProvider> = {},
): IntegrationProvider {
  const annotation = `${id}.io/path`;
  return {
    id,
    annotation: {
      name: annotation,
      title: { en: id, fr: id },
      description: { en: '', fr: '' },
      pattern: '.*',
      example: 'x',
    },
    freshForMs: 0,
    toTarget: ({ metadata }, environment) => {
      const path = metadata.annotations?.[annotation];
      return path ? { path, environment } : undefined;
    },
    describe: ({ path }) => ({ title: String(path) }),
    load: async ({ path }: JsonObject) => ({
      reasons: await say(String(path)),
    }),
    toVerdict: view => {
      const { reasons } = view as Pick<Verdict, 'reasons'>;
      return { level: reasons[0]?.level ?? 'ok', reasons };
    },
    ...options,
  };
}

/** Starts the plugin with services and a catalog that the test may replace. */
export async function startFleet(options: {
  /** Without them, the catalog is that of the features. */
  entities?: Entity[];
  services: IntegrationProvider[];
  config?: JsonObject;
  /** Configuration beside `fabrique`. */
  rootConfig?: JsonObject;
  features?: Features;
}) {
  const { services, config, rootConfig, features = [] } = options;
  let entities = options.entities ?? [];
  let catalog = catalogServiceMock({ entities });
  const tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();
  const runTask = async (id: string, signal = new AbortController().signal) =>
    tasks.get(id)!.fn(signal);
  const backend = await startTestBackend({
    features: [
      fabriquePlugin,
      ...(options.entities
        ? [
            createServiceFactory({
              service: catalogServiceRef,
              deps: {},
              factory: () =>
                new Proxy(catalog, {
                  get: (_, name) => Reflect.get(catalog, name)?.bind(catalog),
                }),
            }),
          ]
        : []),
      createBackendModule({
        pluginId: 'fabrique',
        moduleId: 'services-of-the-test',
        register(env) {
          env.registerInit({
            deps: { providers: fabriqueProvidersExtensionPoint },
            async init({ providers }) {
              services.forEach(one => providers.addProvider(one));
            },
          });
        },
      }),
      mockServices.scheduler.mock({
        scheduleTask: async task => {
          tasks.set(task.id, task);
        },
        createScheduledTaskRunner: () => ({
          run: async task => {
            tasks.set(task.id, task);
          },
        }),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          ...rootConfig,
          fabrique: {
            ...config,
            fleet: {
              readCatalogEvery: { seconds: 0 },
              refreshEvery: { seconds: 0 },
              targetsPerMinute: Object.fromEntries(
                services.map(({ id }) => [id, 60_000]),
              ),
              ...(config?.fleet as JsonObject),
            },
          },
        },
      }),
      ...features,
    ],
  });
  return {
    api: request(backend.server),
    address: `http://127.0.0.1:${backend.server.port()}`,
    stop: () => backend.stop(),
    setCatalog(next: Entity[]) {
      entities = next;
      catalog = catalogServiceMock({ entities });
    },
    /** The catalog gives its first component and then no more. */
    failCatalog() {
      const [first] = entities;
      catalog = Object.assign(catalogServiceMock(), {
        async *streamEntities() {
          yield [first];
          throw new Error('broken off');
        },
      });
    },
    tasks: () => [...tasks.keys()],
    runTask: (id: string) => runTask(id),
    readCatalog: () => runTask('fabrique-fleet-catalog'),
    refresh: (id: string, signal?: AbortSignal) =>
      runTask(`fabrique-fleet-${id}`, signal),
  };
}
