import { readFileSync } from 'fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import {
  MatomoProvisioner,
  readMatomoConfig,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { startTestSandbox, TestSandbox } from '@socialgouv/fabrique-sandbox';
import Knex from 'knex';
import { parse } from 'yaml';
import { createFabriqueActions } from '../createFabriqueActions';
import { EnsureKernel } from '../ensure';
import { startTestLedger } from './startTestLedger';

const group = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
});

const component = (name: string, owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
});

/** The catalog of the tests. */
export const entities = [
  ...['domifa', 'egapro', 'sre', 'ghosts'].map(group),
  component('in-catalog', 'egapro'),
];

/** The configuration of the repository, with the ports of a test's own sandbox. */
export function readAppConfig(portPrefix: number): JsonObject {
  const text = readFileSync(
    resolvePackagePath(
      '@socialgouv/backstage-plugin-scaffolder-backend-module-fabrique',
      '../../app-config.yaml',
    ),
    'utf8',
  );
  return parse(
    text.replace(/\$\{SANDBOX_PORT_PREFIX:-71\}/g, String(portPrefix)),
  );
}

/** The actions of the suite, connected to a sandbox of their own. */
export interface StartedActions {
  sandbox: TestSandbox;
  all(): TemplateAction<any, any, any>[];
  action(id: string): TemplateAction<any, any, any>;
  /** Starts the actions anew, as a portal that was killed does. */
  restart(): void;
  /** Requests that changed something, as `upstream method path`; Matomo takes everything as POST. */
  readWrites(): Promise<string[]>;
  kernel: EnsureKernel;
  /** Moves the clock of the sandbox: what takes Azure minutes is over at once. */
  advanceClock(milliseconds: number): Promise<void>;
  /** Number of the Matomo site of an address. */
  findSite(url: string): Promise<number | undefined>;
  stop(): Promise<void>;
}

// What Azure and git read with POST, and what pipelines of a new application write at their own time.
const readingPosts =
  /\/releases$|\/oauth2\/v2\.0\/token$|\/listKeys$|\/checkNameAvailability$|\/git-upload-pack$/;

/**
 * Starts a sandbox and the actions that speak to it.
 *
 * @param systems - those that the test needs beside Postgres, which keeps the ledger; all when left out
 */
export async function startActions(
  systems?: Parameters<typeof startTestSandbox>[0],
): Promise<StartedActions> {
  const sandbox = await startTestSandbox(
    systems ? ['postgres', ...systems] : undefined,
  );
  const ca = readFileSync(sandbox.caCertificatePath, 'utf8');
  const knex = await createLedgerDatabase(sandbox.portPrefix);
  const ledger = await startTestLedger({ entities, knex });
  const create = () =>
    createFabriqueActions({
      kernel: ledger.kernel,
      config: new ConfigReader(readAppConfig(sandbox.portPrefix)),
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      azure: { ca },
    });
  let actions = create();
  return {
    sandbox,
    all: () => actions,
    action(id) {
      const found = actions.find(action => action.id === id);
      if (!found) throw new Error(`No action ${id}`);
      return found;
    },
    restart() {
      actions = create();
    },
    async readWrites() {
      const answer = await fetch(`${sandbox.urls.control}/_requests`);
      const { requests } = (await answer.json()) as {
        requests: { upstream: string; method: string; path: string }[];
      };
      return requests
        .filter(
          ({ upstream, method, path }) =>
            !['GET', 'HEAD', 'OPTIONS', 'PROPFIND'].includes(method) &&
            upstream !== 'matomo' &&
            !upstream.startsWith('kubernetes') &&
            !readingPosts.test(path),
        )
        .map(({ upstream, method, path }) => `${upstream} ${method} ${path}`);
    },
    findSite: url =>
      new MatomoProvisioner(
        readMatomoConfig(new ConfigReader(readAppConfig(sandbox.portPrefix)))!,
      ).findSite(url),
    kernel: ledger.kernel,
    async advanceClock(advanceMs) {
      await fetch(`${sandbox.urls.control}/_clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advanceMs }),
      });
    },
    async stop() {
      await ledger.stop();
      await knex.destroy();
      await sandbox.remove();
    },
  };
}

/** A database on the sandbox's Postgres, as the portal has one. */
async function createLedgerDatabase(portPrefix: number) {
  const connect = (database: string) =>
    Knex({
      client: 'pg',
      connection: {
        host: '127.0.0.1',
        port: Number(`${portPrefix}10`),
        user: 'portal',
        password: 'portal',
        database,
      },
    });
  const server = connect('postgres');
  await server.raw('CREATE DATABASE ledger');
  await server.destroy();
  return connect('ledger');
}
