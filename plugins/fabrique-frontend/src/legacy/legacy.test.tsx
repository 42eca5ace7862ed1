import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory, fetchApiRef } from '@backstage/core-plugin-api';
import { CatalogEntityPage } from '@backstage/plugin-catalog';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { cleanup, render, screen, within } from '@testing-library/react';
import { integrationIds } from '@socialgouv/backstage-plugin-fabrique-common';
import { Route } from 'react-router-dom';
import { domifa } from '../__fixtures__/entities';
import { answerFleet, fleetRows } from '../__fixtures__/fleet';
import { overviews } from '../__fixtures__/overviews';
import {
  EntityFabriqueContent,
  EntityFabriqueServicesCard,
  FabriqueFleetPage,
} from '.';

/** An app of the old frontend system, as `packages/app` of such a portal makes it. */
async function renderOldApp(path: string, language: 'fr' | 'en' = 'fr') {
  cleanup();
  window.localStorage.setItem('language', language);
  window.history.replaceState(null, '', path);
  const asked: string[] = [];
  const app = createApp({
    configLoader: async () => [
      {
        context: 'test',
        data: {
          app: { title: 'Portal', baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost:7007' },
        },
      },
    ],
    apis: [
      createApiFactory(fetchApiRef, {
        async fetch(input) {
          const url = String(input);
          asked.push(url);
          const answer = url.includes('/v1/fleet')
            ? answerFleet(fleetRows, { environment: 'prod' })
            : overviews.ill;
          return new Response(JSON.stringify(answer), {
            headers: { 'content-type': 'application/json' },
          });
        },
      }),
    ],
    __experimentalTranslations: {
      availableLanguages: ['en', 'fr'],
      defaultLanguage: language,
    },
  });
  const App = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route
          path="/catalog/domifa/overview"
          element={
            <EntityProvider entity={domifa}>
              <EntityFabriqueServicesCard />
            </EntityProvider>
          }
        />
        <Route
          path="/catalog/domifa/fabrique"
          element={
            <EntityProvider entity={domifa}>
              <EntityFabriqueContent />
            </EntityProvider>
          }
        />
        <Route path="/fleet" element={<FabriqueFleetPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        />
      </FlatRoutes>
    </AppRouter>,
  );
  render(<App />);
  return asked;
}

describe('an app of the old frontend system', () => {
  it('shows the card of an entity, with the way to its tab', async () => {
    const asked = await renderOldApp('/catalog/domifa/overview');
    expect(await screen.findByText('Services')).toBeVisible();
    const link = await screen.findByRole('link', { name: /^Tout voir/ });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/domifa/fabrique?environment=prod',
    );
    expect(
      await screen.findByText('2 problèmes et 6 points à regarder'),
    ).toBeVisible();
    expect(asked).toEqual([
      'plugin://fabrique/v1/entities/component/default/domifa/overview?environment=prod',
    ]);
  });

  it('shows the tab of an entity with the cards of all services, in French and in English', async () => {
    await renderOldApp('/catalog/domifa/fabrique');
    const sentry = await screen.findByRole('article', { name: /^Sentry/ });
    expect(await within(sentry).findByText('À regarder')).toBeVisible();
    expect(
      await within(sentry).findByText('12 nouvelles erreurs depuis hier'),
    ).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(integrationIds.length);

    await renderOldApp('/catalog/domifa/fabrique', 'en');
    const card = await screen.findByRole('article', { name: /^Sentry/ });
    expect(
      await within(card).findByText('12 new errors since yesterday'),
    ).toBeVisible();
  });

  it('shows the page of the fleet', async () => {
    await renderOldApp('/fleet');
    expect(
      await screen.findByText(`${fleetRows.length} applications`),
    ).toBeVisible();
  });
});
