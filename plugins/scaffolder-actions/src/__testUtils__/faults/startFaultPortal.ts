import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
// The actions speak to the catalog and the ledger that the portal runs.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import fabriquePlugin from '@socialgouv/backstage-plugin-fabrique-backend';
import { startTestSandbox, TestSandbox } from '@socialgouv/fabrique-sandbox';
import { stringify } from 'yaml';
import { readAppConfig } from '../startActions';
import { FaultProxy } from './FaultProxy';
import { ProcessSettings } from './taskMessages';

/** What the actions need around them, in other processes than theirs. */
export interface FaultPortal {
  sandbox: TestSandbox;
  settings: ProcessSettings;
  /** Before the ledger and the catalog. */
  proxy: FaultProxy;
  stop(): Promise<void>;
}

/** Teams of the catalog; GitHub and Sentry do not have the last one. */
const teams = ['domifa', 'egapro', 'sre', 'nouvelle-equipe'];

/** Starts a sandbox, and the catalog and the ledger of a portal over its Postgres. */
export async function startFaultPortal(): Promise<FaultPortal> {
  const sandbox = await startTestSandbox();
  const directory = mkdtempSync(join(tmpdir(), 'fabrique-catalog-'));
  writeFileSync(join(directory, 'teams.yaml'), toTeamsYaml());
  const config = readAppConfig(sandbox.portPrefix);
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      fabriquePlugin,
      databaseServiceFactory,
      urlReaderServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: (config.backend as JsonObject).database,
            reading: { allow: [{ host: '127.0.0.1' }] },
          },
          integrations: config.integrations,
          catalog: {
            rules: [{ allow: ['Group', 'Component', 'Location'] }],
            locations: [
              { type: 'file', target: join(directory, 'teams.yaml') },
            ],
          },
          // The services of the page have no part in this.
          fabrique: { preset: 'gen1-azure' },
        },
      }),
    ],
  });
  const auth = mockServices.auth({ pluginId: 'scaffolder' });
  const proxy = await FaultProxy.start(backend.server.port());
  const toPlugin = async (id: string) => ({
    baseUrl: `http://127.0.0.1:${proxy.port}/api/${id}`,
    token: (
      await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: id,
      })
    ).token,
  });
  const settings = {
    config,
    ca: readFileSync(sandbox.caCertificatePath, 'utf8'),
    plugins: {
      catalog: await toPlugin('catalog'),
      fabrique: await toPlugin('fabrique'),
    },
  };
  await waitForTeams(settings);
  return {
    sandbox,
    settings,
    proxy,
    async stop() {
      proxy.stop();
      await backend.stop();
      await sandbox.remove();
      rmSync(directory, { recursive: true });
    },
  };
}

function toTeamsYaml(): string {
  return teams
    .map(name =>
      stringify({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name },
        spec: { type: 'team', children: [] },
      }),
    )
    .join('---\n');
}

async function waitForTeams({ plugins }: ProcessSettings): Promise<void> {
  const { baseUrl, token } = plugins.catalog;
  for (;;) {
    const answer = await fetch(`${baseUrl}/entities?filter=kind=group`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (((await answer.json()) as unknown[]).length === teams.length) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
