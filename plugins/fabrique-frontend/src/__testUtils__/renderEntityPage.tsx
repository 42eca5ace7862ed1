import { Entity } from '@backstage/catalog-model';
import { FrontendFeature } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { cleanup } from '@testing-library/react';
import { FabriqueApi, fabriqueApiRef } from '../api/FabriqueApi';
import { fabriquePlugin } from '../plugin';
import { domifa } from '../__fixtures__/entities';
import { createFabriqueApi } from './createFabriqueApi';
import { TestLanguage, toLanguageConfig } from './renderInLanguage';

type PageExtension =
  | 'entity-card:fabrique/services'
  | 'entity-content:fabrique/services';

/** Renders one of the plugin's extensions on the page of an entity, against a backend of the test. */
export function renderEntityPage(options: {
  api: Partial<FabriqueApi>;
  /** The extensions that are left out, so that the other one is alone on the page. */
  without: PageExtension | PageExtension[];
  language?: TestLanguage;
  entity?: Entity;
  path?: string;
  /** With the card of what the portal made; most tests are about others. */
  withResources?: boolean;
  /** Other plugins of the app. */
  features?: FrontendFeature[];
}) {
  const {
    api,
    without,
    language = 'fr',
    entity = domifa,
    path = '/',
  } = options;
  const config = toLanguageConfig(language);
  cleanup();
  window.localStorage.clear();
  return renderTestApp({
    extensions: [createTestEntityPage({ entity })],
    features: [fabriquePlugin, ...(options.features ?? [])],
    apis: [[fabriqueApiRef, createFabriqueApi(api)]],
    initialRouteEntries: [path],
    config: {
      ...config,
      app: {
        ...config.app,
        extensions: [
          ...config.app.extensions,
          ...[without].flat().map(id => ({ [id]: false })),
          ...(options.withResources
            ? []
            : [{ 'entity-card:fabrique/resources': false }]),
        ],
      },
    },
  });
}
