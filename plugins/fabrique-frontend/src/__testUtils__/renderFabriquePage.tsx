import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { cleanup } from '@testing-library/react';
import { FabriqueApi, fabriqueApiRef } from '../api/FabriqueApi';
import { fabriquePlugin } from '../plugin';
import { createFabriqueApi } from './createFabriqueApi';
import { TestLanguage, toLanguageConfig } from './renderInLanguage';

/** Renders a page of the plugin in an app, against a backend of the test. */
export function renderFabriquePage(options: {
  path: string;
  api: Partial<FabriqueApi>;
  language?: TestLanguage;
}) {
  const { path, api, language = 'fr' } = options;
  cleanup();
  window.localStorage.clear();
  return renderTestApp({
    features: [fabriquePlugin],
    apis: [[fabriqueApiRef, createFabriqueApi(api)]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [path],
    config: toLanguageConfig(language),
  });
}
