import { setTimeout as sleep } from 'timers/promises';
import {
  CacheService,
  coreServices,
  createServiceFactory,
  LoggerService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import fabriquePlugin from '@socialgouv/backstage-plugin-fabrique-backend';
import {
  EntityOverview,
  IntegrationId,
} from '@socialgouv/backstage-plugin-fabrique-common';

/** An overview, and its text as it went over the wire. */
export interface OverviewAnswer {
  overview: EntityOverview;
  text: string;
}

const settledWithinMs = 30_000;
const pauseMs = 100;

/** A portal with the fabrique backend, asked over its real port. */
export interface Portal {
  /** On which it answers. */
  port: number;
  /** Everything that was logged, one line each, with its fields. */
  logs: string[];
  /** Reads the overview of the entity. */
  readOverview(): Promise<OverviewAnswer>;
  /** Reads it, again and again, until no service of these is asked for the first time any more. */
  readSettled(services: readonly IntegrationId[]): Promise<OverviewAnswer>;
  stop(): Promise<void>;
}

/** Starts a portal; its breakers are closed, and it remembers what `cache` holds. */
export async function startPortal(options: {
  config: JsonObject;
  entity: Entity;
  cache: CacheService;
}): Promise<Portal> {
  const { config, entity, cache } = options;
  const logs: string[] = [];
  const backend = await startTestBackend({
    features: [
      fabriquePlugin,
      catalogServiceMock.factory({ entities: [entity] }),
      mockServices.rootConfig.factory({ data: withoutFleet(config) }),
      mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      createServiceFactory({
        service: coreServices.cache,
        deps: {},
        factory: () => cache,
      }),
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => createCollector(logs),
      }),
    ],
  });
  const port = backend.server.port();
  const { kind, metadata } = entity;
  const url = `http://localhost:${port}/api/fabrique/v1/entities/${kind}/default/${metadata.name}/overview?environment=prod`;
  const readOverview = async (): Promise<OverviewAnswer> => {
    const response = await fetch(url);
    const text = await response.text();
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${text}`);
    return { overview: JSON.parse(text), text };
  };
  return {
    port,
    logs,
    readOverview,
    async readSettled(services) {
      // Not by the clock, which a test may move.
      for (let waitedMs = 0; ; waitedMs += pauseMs) {
        const answer = await readOverview();
        const isPending = services.some(
          id => answer.overview.services[id].state === 'pending',
        );
        if (!isPending || waitedMs > settledWithinMs) return answer;
        await sleep(pauseMs);
      }
    },
    stop: () => backend.stop(),
  };
}

/** Nothing is asked in the background: what is asked is asked for the page. */
function withoutFleet(config: JsonObject): JsonObject {
  const fabrique = config.fabrique as JsonObject;
  return { ...config, fabrique: { ...fabrique, fleet: { enabled: false } } };
}

// Backstage's own logger blanks the secrets of the configuration; here none may need it.
function createCollector(logs: string[]): RootLoggerService {
  const write = (message: string, meta?: Error | JsonObject) => {
    const fields =
      meta instanceof Error
        ? `${meta.stack} ${JSON.stringify(meta)}`
        : JSON.stringify(meta);
    logs.push(`${message} ${fields ?? ''}`);
  };
  const logger: LoggerService = {
    error: write,
    warn: write,
    info: write,
    debug: write,
    child: () => logger,
  };
  return logger;
}
