import '@backstage/cli/asset-types';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import homePlugin from '@backstage/plugin-home/alpha';
import { integrationIds } from '@socialgouv/backstage-plugin-fabrique-common';
import fabriquePlugin, { FabriqueApi, fabriqueApiRef } from '../src';
import {
  answerFleet,
  createFleetRows,
  fleetRows,
} from '../src/__fixtures__/fleet';
import { approvals, ledgerEntries } from '../src/__fixtures__/ledger';
import { overviews } from '../src/__fixtures__/overviews';
import { domifa } from '../src/__fixtures__/entities';
import { transverseServices } from '../src/__fixtures__/transverseServices';

/**
 * Choose what the backend answers in the address: `?scenario=ill`, or any other key of `overviews`; on
 * the page of the fleet `?scenario=10000`, or any other number of applications.
 */
const scenario = new URLSearchParams(window.location.search).get('scenario');
const rows = Number(scenario) ? createFleetRows(Number(scenario)) : fleetRows;

const api: FabriqueApi = {
  getOverview: async () =>
    Object.entries(overviews).find(([name]) => name === scenario)?.[1] ??
    overviews.ill,
  getFleet: async query => answerFleet(rows, query),
  getFleetCsv: async query =>
    new Blob(answerFleet(rows, query).rows.map(row => `${row.title}\n`)),
  getTransverseServices: async () => transverseServices,
  getResources: async () => ({
    application: 'SocialGouv/domifa',
    entries: ledgerEntries,
  }),
  listApprovals: async () => approvals,
  decideApproval: async () => undefined,
  runGitlabMirror: async () => ({ state: 'finished' }),
  getConnectedServices: async () => [...integrationIds],
  getNameAvailability: async name => ({ available: name !== 'domifa' }),
};

createDevApp({
  features: [
    fabriquePlugin,
    homePlugin,
    createFrontendModule({
      pluginId: 'fabrique',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({ api: fabriqueApiRef, deps: {}, factory: () => api }),
        }),
      ],
    }),
    createFrontendPlugin({
      pluginId: 'dev',
      extensions: [createTestEntityPage({ entity: domifa })],
    }),
  ],
});
