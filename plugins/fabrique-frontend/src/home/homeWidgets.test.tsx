import {
  createFrontendModule,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import homePlugin from '@backstage/plugin-home/alpha';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';
import { FleetQuery } from '@socialgouv/backstage-plugin-fabrique-common';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Fragment } from 'react';
import { domifa } from '../__fixtures__/entities';
import { answerFleet, fleetRows } from '../__fixtures__/fleet';
import { transverseServices } from '../__fixtures__/transverseServices';
import { createFabriqueApi } from '../__testUtils__/createFabriqueApi';
import { findViolations } from '../__testUtils__/findViolations';
import { freezeTime } from '../__testUtils__/freezeTime';
import { readLines, readText } from '../__testUtils__/readLines';
import { refuse } from '../__testUtils__/refuse';
import {
  TestLanguage,
  toLanguageConfig,
} from '../__testUtils__/renderInLanguage';
import { FabriqueApi, fabriqueApiRef } from '../api/FabriqueApi';
import { fabriquePlugin } from '../plugin';

/** A home page that shows the plugin's cards, as a portal may. */
const layout = HomePageLayoutBlueprint.make({
  params: {
    loader: async () => props =>
      (
        <main>
          {props.widgets
            .filter(({ node }) => node.spec.plugin.pluginId === 'fabrique')
            .map(({ node, component }) => (
              <Fragment key={node.spec.id}>{component}</Fragment>
            ))}
        </main>
      ),
  },
});

describe('homeWidgets', () => {
  freezeTime();

  function render(
    options: {
      api?: Partial<FabriqueApi>;
      owners?: string[];
      language?: TestLanguage;
    } = {},
  ) {
    const {
      api,
      owners = ['user:default/camille', 'group:default/domifa'],
      language = 'fr',
    } = options;
    const asked: FleetQuery[] = [];
    const config = toLanguageConfig(language);
    const { app } = config;
    cleanup();
    window.localStorage.clear();
    renderTestApp({
      features: [
        homePlugin,
        fabriquePlugin,
        createFrontendModule({ pluginId: 'home', extensions: [layout] }),
      ],
      apis: [
        [
          fabriqueApiRef,
          createFabriqueApi({
            getFleet: async query => {
              asked.push(query);
              return answerFleet(fleetRows, query);
            },
            getTransverseServices: async () => transverseServices,
            ...api,
          }),
        ],
        [identityApiRef, mockApis.identity({ ownershipEntityRefs: owners })],
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              {
                ...domifa,
                relations: [
                  { type: 'ownedBy', targetRef: 'group:default/domifa' },
                ],
              },
            ],
          }),
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: ['/home'],
      config: { ...config, app },
    });
    return asked;
  }

  const findCard = (name: string) => screen.findByRole('region', { name });
  const readCard = async (name: string, text: string) => {
    const card = await findCard(name);
    await within(card).findByText(text);
    return readLines(card);
  };

  it("shows what needs a look in one's own applications, and all of them with their states", async () => {
    const asked = render();
    expect(await readCard("À regarder aujourd'hui", 'domifa')).toEqual([
      'domifa À regarder Sentry : 12 nouvelles erreurs depuis hier',
      'Sentry : 12 nouvelles erreurs depuis hier',
    ]);
    expect(await readCard('Vos applications', 'cdtn')).toEqual([
      'domifa À regarder Sentry : 12 nouvelles erreurs depuis hier',
      'Sentry : 12 nouvelles erreurs depuis hier',
      'cdtn Va bien',
    ]);
    const own = 'owner=user%3Adefault%2Fcamille&owner=group%3Adefault%2Fdomifa';
    expect(
      screen
        .getAllByRole('link', { name: /^(La voir|Voir les)/ })
        .map(link => [readText(link), link.getAttribute('href')]),
    ).toEqual([
      [
        'La voir dans la flotte →',
        `/fabrique/fleet?${own}&level=problem&level=attention`,
      ],
      ['Voir les 2 →', `/fabrique/fleet?${own}`],
    ]);
    expect(asked).toEqual([
      {
        environment: 'prod',
        owners: ['user:default/camille', 'group:default/domifa'],
        limit: 6,
      },
    ]);
    expect(await findViolations(screen.getByRole('main'))).toEqual([]);
  });

  it('looks at the whole fleet when told to, or for who owns nothing', async () => {
    const user = userEvent.setup();
    const fleet = [
      "vao Problème Kubernetes : aucune des 2 instances de « app » n'est prête et 1 autre point",
      "Kubernetes : aucune des 2 instances de « app » n'est prête et 1 autre point",
      'domifa À regarder Sentry : 12 nouvelles erreurs depuis hier',
      'Sentry : 12 nouvelles erreurs depuis hier',
      "L'état de 1 application est inconnu.",
    ];
    render();
    await user.click(
      await screen.findByRole('radio', { name: 'Toute la flotte' }),
    );
    expect(await readCard("À regarder aujourd'hui", 'vao')).toEqual(fleet);

    render({ owners: ['group:default/sre'] });
    expect(await readCard("À regarder aujourd'hui", 'vao')).toEqual(fleet);
    expect(
      await readCard(
        'Vos applications',
        "Aucune application n'est à vous ou à vos équipes.",
      ),
    ).toHaveLength(2);
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('says that all is well', async () => {
    render({
      language: 'en',
      api: {
        getFleet: async query => answerFleet([fleetRows[3]], query),
      },
    });
    expect(
      await readCard('Needs attention today', 'Nothing to report.'),
    ).toEqual(['Nothing to report.']);
  });

  it('shows whether the shared services answer', async () => {
    render();
    expect(await readCard('Services transverses', 'NextCloud')).toEqual([
      'Matomo ↗ Répond',
      'Sentry ↗ Répond',
      'NextCloud ↗ Ne répond pas',
      'VaultWarden État inconnu',
    ]);
    expect(
      screen.getByRole('link', { name: /^À quoi ils servent/ }),
    ).toHaveAttribute('href', '/fabrique/services');
  });

  it('says what fails, and names the applications for who may not see the fleet', async () => {
    const user = userEvent.setup();
    let isBroken = true;
    render({
      api: {
        getFleet: async query =>
          isBroken ? refuse(500) : answerFleet(fleetRows, query),
        getTransverseServices: () => refuse(500),
      },
    });
    const failed = "Le portail n'a pas pu lire l'état des applications.";
    await waitFor(() => expect(screen.getAllByText(failed)).toHaveLength(2), {
      timeout: 8_000,
    });
    expect(
      await screen.findByText(/n'a pas pu lire les services transverses/),
    ).toBeVisible();
    isBroken = false;
    const card = await findCard('Vos applications');
    await user.click(within(card).getByRole('button', { name: 'Réessayer' }));
    expect(await within(card).findByText('cdtn')).toBeVisible();
    expect(screen.queryByText(failed)).toBeNull();

    render({ api: { getFleet: () => refuse(403) } });
    const named = await findCard('Vos applications');
    expect(
      await within(named).findByRole(
        'link',
        { name: 'domifa' },
        { timeout: 8_000 },
      ),
    ).toHaveAttribute('href', '/catalog/default/component/domifa');
    expect(
      screen.getAllByText(/^Vous n'avez pas le droit de voir la flotte/),
    ).toHaveLength(2);
  }, 60_000);
});
