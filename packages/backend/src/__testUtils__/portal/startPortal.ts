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
import { EntityOverview } from '@socialgouv/backstage-plugin-fabrique-common';

/** A portal with the fabrique backend, asked over its real port. */
export interface Portal {
  /** Everything that was logged, one line each, with its fields. */
  logs: string[];
  /** Reads the overview of an entity; `text` is the answer as it went over the wire. */
  readOverview(): Promise<{ overview: EntityOverview; text: string }>;
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
      mockServices.rootConfig.factory({ data: config }),
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
  const { kind, metadata } = entity;
  const url = `http://localhost:${backend.server.port()}/api/fabrique/v1/entities/${kind}/default/${
    metadata.name
  }/overview?environment=prod`;
  return {
    logs,
    async readOverview() {
      const response = await fetch(url);
      const text = await response.text();
      if (!response.ok) throw new Error(`HTTP ${response.status}: ${text}`);
      return { overview: JSON.parse(text), text };
    },
    stop: () => backend.stop(),
  };
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
