import '@backstage/cli/asset-types';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import fabriquePlugin, { FabriqueApi, fabriqueApiRef } from '../src';
import { overviews } from '../src/__fixtures__/overviews';
import { domifa } from '../src/__fixtures__/entities';

/** Choose what the backend answers in the address: `?scenario=ill`, or any other key of `overviews`. */
const scenario = new URLSearchParams(window.location.search).get('scenario');

const api: FabriqueApi = {
  getOverview: async () =>
    Object.entries(overviews).find(([name]) => name === scenario)?.[1] ??
    overviews.ill,
  getNameAvailability: async name => ({ available: name !== 'domifa' }),
};

createDevApp({
  features: [
    fabriquePlugin,
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
