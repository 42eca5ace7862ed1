import {
  EntityOverview,
  integrationIds,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  createFrontendPlugin,
  FrontendFeature,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findViolations } from '../__testUtils__/findViolations';
import { freezeTime } from '../__testUtils__/freezeTime';
import { overviews } from '../__fixtures__/overviews';
import { readLines, readText } from '../__testUtils__/readLines';
import { refuse } from '../__testUtils__/refuse';
import { renderEntityPage } from '../__testUtils__/renderEntityPage';
import { TestLanguage } from '../__testUtils__/renderInLanguage';

describe('FabriqueTab', () => {
  freezeTime();

  function render(
    getOverview: (environment: string) => Promise<EntityOverview>,
    options: { language?: TestLanguage; path?: string } = {},
  ) {
    return renderEntityPage({
      api: { getOverview: (_, environment) => getOverview(environment) },
      without: 'entity-card:fabrique/services',
      ...options,
    });
  }

  it('shows the cards in their sections, in a fixed order, with verdicts in words', async () => {
    render(async () => overviews.ill);
    await screen.findByRole('article', { name: /^Matomo\s*·\s*Domifa/ });
    const sections = screen
      .getAllByRole('region')
      .filter(region => within(region).queryByRole('heading', { level: 2 }));
    expect(
      sections.map(section => [
        readText(within(section).getByRole('heading', { level: 2 })),
        within(section).getAllByRole('heading', { level: 3 }).map(readText),
      ]),
    ).toEqual([
      [
        'Exécution',
        [
          'Kubernetes · owner=domifa',
          'GitLab · SocialGouv/domifa',
          'GitHub · SocialGouv/domifa',
        ],
      ],
      [
        'Observation',
        [
          'UppTime · domifa.example',
          'Sentry · domifa-backend',
          'Grafana · domifa',
          'Matomo · Domifa',
        ],
      ],
      [
        'Données',
        ['Azure Postgres · domifaprodserver/domifa', 'Azure Blob · domifaprod'],
      ],
      [
        'Échanges',
        [
          'Tipimail · ne-pas-repondre@domifa.example',
          'NextCloud · Produits/DomiFa',
          'Office 365 · contact.domifa@fabrique.example',
        ],
      ],
    ]);
    const sentry = screen.getByRole('article', { name: /^Sentry/ });
    expect(within(sentry).getByText('À regarder')).toBeVisible();
    expect(
      await within(sentry).findByText('12 nouvelles erreurs depuis hier'),
    ).toBeVisible();
    expect(within(sentry).getByText('il y a 1 min')).toHaveAttribute(
      'datetime',
      '2026-11-20T11:59:00Z',
    );
    expect(
      within(sentry).getByRole('link', { name: /^Ouvrir dans Sentry/ }),
    ).toHaveAttribute('href', 'https://tool.example/domifa-backend');
    expect(
      screen.getByText('2 problèmes et 6 points à regarder'),
    ).toBeVisible();
  });

  it('names what does not answer beside what is wrong', async () => {
    const { ill, mixed } = overviews;
    render(async () => ({
      ...ill,
      services: { ...ill.services, gitlab: mixed.services.gitlab },
    }));
    expect(await screen.findByText('État inconnu : GitLab.')).toBeVisible();
  });

  it('folds what is not linked or not configured, with the line to paste', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    render(async () => overviews.mixed);
    await user.click(await screen.findByText('Relier…'));
    const item = (await screen.findByText(/n'est pas relié à cette/)).closest(
      'li',
    )!;
    expect(readLines(item.parentElement!)[0]).toBe(
      'Matomo n\'est pas relié à cette application. Ajoutez matomo.io/site-id à catalog-info.yaml. Identifiant numérique du site Matomo ( idSite ) qui compte les visites. Entre guillemets : une annotation est un texte. matomo.io/site-id: "63"',
    );
    await user.click(
      within(item).getByRole('button', { name: 'Copier la ligne pour Matomo' }),
    );
    expect(write.mock.calls).toEqual([['matomo.io/site-id: "63"']]);
    expect(await within(item).findByText('Copié')).toBeInTheDocument();
    expect(
      screen.getByText("Ce portail n'est pas connecté à Grafana."),
    ).toBeVisible();
    expect(screen.queryByRole('article', { name: /^Matomo|^Grafana/ })).toBe(
      null,
    );
  });

  it('keeps the environment in the address', async () => {
    const user = userEvent.setup();
    const asked: string[] = [];
    render(
      async environment => {
        asked.push(environment);
        return overviews.well;
      },
      { path: '/?environment=preprod' },
    );
    const group = await screen.findByRole('radiogroup', {
      name: 'Environnement',
    });
    expect(within(group).getByRole('radio', { name: 'preprod' })).toBeChecked();
    await user.click(within(group).getByRole('radio', { name: 'dev' }));
    await waitFor(() => expect(asked).toEqual(['preprod', 'dev']));
    expect(within(group).getByRole('radio', { name: 'dev' })).toBeChecked();
  });

  it('shows a review branch that exists, and what tells no branches apart', async () => {
    const user = userEvent.setup();
    const asked: (string | undefined)[] = [];
    const reviewBranches = ['feat/login', 'fix/date'];
    renderEntityPage({
      without: 'entity-card:fabrique/services',
      path: '/?environment=dev:feat/login',
      api: {
        getOverview: async (_, environment, { branch } = {}) => {
          asked.push(`${environment} ${branch}`);
          return { ...overviews.well, environment, branch, reviewBranches };
        },
      },
    });
    await user.click(
      await screen.findByRole('button', { name: /Branche de revue/ }),
    );
    const list = await screen.findByRole('listbox');
    expect(within(list).getAllByRole('option').map(readText)).toEqual([
      'branche principale',
      'feat/login',
      'fix/date',
    ]);
    await user.click(within(list).getByRole('option', { name: 'fix/date' }));
    await waitFor(() =>
      expect(asked).toEqual(['dev feat/login', 'dev fix/date']),
    );
    const noteOf = async (service: RegExp) => {
      const card = await screen.findByRole('article', { name: service });
      return within(card).queryByText(
        /^Identique dans|ne suit que|ne distingue pas/,
      );
    };
    expect(await noteOf(/^GitHub/)).toHaveTextContent(
      'Identique dans tous les environnements.',
    );
    expect(await noteOf(/^UppTime/)).toHaveTextContent(
      'UppTime ne suit que la production.',
    );
    expect(await noteOf(/^Sentry/)).toHaveTextContent(
      'Sentry ne distingue pas les branches : voici tout dev.',
    );
    expect(await noteOf(/^Kubernetes/)).toBeNull();
  });

  it('leads to the core Kubernetes tab where the portal has it', async () => {
    const linkIn = async (features: FrontendFeature[]) => {
      renderEntityPage({
        without: 'entity-card:fabrique/services',
        api: { getOverview: async () => overviews.well },
        features,
      });
      const card = await screen.findByRole('article', { name: /^Kubernetes/ });
      await within(card).findByText('Toutes les instances sont prêtes');
      return within(card).queryByRole('link', { name: 'onglet Kubernetes' });
    };
    const kubernetes = createFrontendPlugin({
      pluginId: 'kubernetes',
      extensions: [
        EntityContentBlueprint.make({
          name: 'kubernetes',
          params: {
            path: '/kubernetes',
            title: 'Kubernetes',
            loader: async () => <>pods</>,
          },
        }),
      ],
    });

    expect(await linkIn([])).toBeNull();
    expect(await linkIn([kubernetes])).toHaveAttribute('href', '/kubernetes');
  });

  it('says that a review branch is there no more', async () => {
    render(
      async () => ({
        ...overviews.well,
        environment: 'dev',
        missingBranch: 'feat/gone',
      }),
      { path: '/?environment=dev:feat/gone' },
    );
    expect(
      await screen.findByText(
        'La branche de revue feat/gone ne tourne plus nulle part : voici dev.',
      ),
    ).toBeVisible();
  });

  it('asks again while an answer is on its way, and when told to', async () => {
    const user = userEvent.setup();
    let answer = overviews.mixed;
    render(async () => answer);
    expect(
      await screen.findByText('Première demande à Sentry…'),
    ).toBeInTheDocument();
    answer = overviews.well;
    expect(
      await screen.findByText('Tout va bien.', {}, { timeout: 5_000 }),
    ).toBeVisible();
    answer = overviews.ill;
    await user.click(screen.getByRole('button', { name: 'Actualiser' }));
    expect(await screen.findByText(/^2 problèmes/)).toBeVisible();
  });

  it('keeps the place of the cards while it loads', async () => {
    render(() => new Promise(() => {}), { language: 'en' });
    const cards = await screen.findAllByRole('article');
    expect(cards.map(card => card.getAttribute('aria-busy'))).toEqual(
      Array(integrationIds.length).fill('true'),
    );
    expect(screen.getByText('Loading the services…')).toBeVisible();
  });

  it('says when the portal itself fails, or refuses', async () => {
    const user = userEvent.setup();
    let status = 500;
    const page = render(() =>
      status === 500 ? refuse(500) : Promise.resolve(overviews.well),
    );
    expect(
      await screen.findByText(
        /Le portail n'a pas pu lire/,
        {},
        { timeout: 5_000 },
      ),
    ).toBeVisible();
    status = 200;
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(await screen.findByText('Tout va bien.')).toBeVisible();
    page.unmount();

    render(() => refuse(403), { language: 'en' });
    expect(
      await screen.findByText(/^You may not see/, {}, { timeout: 5_000 }),
    ).toBeVisible();
  }, 20_000);

  // An ill application is looked at in the journey that reads it.
  it.each(['mixed', 'empty', 'unlinked'] as const)(
    'has no serious fault of accessibility: %s',
    async name => {
      const { container } = render(async () => overviews[name]);
      await screen.findByText(/Grafana/);
      await waitFor(() =>
        expect(screen.queryByText('Chargement des services…')).toBeNull(),
      );
      expect(await findViolations(container)).toEqual([]);
    },
    60_000,
  );
});
