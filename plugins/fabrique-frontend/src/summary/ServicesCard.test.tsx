import {
  EntityOverview,
  integrationIds,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { domifa } from '../__fixtures__/entities';
import { freezeTime } from '../__testUtils__/freezeTime';
import { overviews } from '../__fixtures__/overviews';
import { readLines } from '../__testUtils__/readLines';
import { renderEntityPage } from '../__testUtils__/renderEntityPage';
import { TestLanguage } from '../__testUtils__/renderInLanguage';

const total = integrationIds.length;

const lines: Record<keyof typeof overviews, Record<TestLanguage, string[]>> = {
  well: {
    fr: ['Tout va bien.', `${total} services vont bien`],
    en: ['All is well.', `${total} services are well`],
  },
  ill: {
    fr: [
      '2 problèmes et 6 points à regarder',
      "Problème Kubernetes aucune des 2 instances de « domifa-backend » n'est prête",
      'Problème Grafana alerte critique : DiskAlmostFull',
      'À regarder GitLab le miroir a 3 commits de retard',
      "À regarder GitHub la branche master n'est pas protégée",
      '4 autres points',
      `${total - 6} services vont bien`,
    ],
    en: [
      '2 problems and 6 points to look at',
      'Problem Kubernetes none of the 2 instances of domifa-backend is ready',
      'Problem Grafana critical alert: DiskAlmostFull',
      'To look at GitLab the mirror is 3 commits behind',
      'To look at GitHub the branch master is not protected',
      '4 other points',
      `${total - 6} services are well`,
    ],
  },
  mixed: {
    fr: [
      'État inconnu : GitLab.',
      `${total - 4} services vont bien`,
      '1 non relié',
      "GitHub n'a pas pu être actualisé.",
      'En attente de Sentry…',
    ],
    en: [
      'State unknown: GitLab.',
      `${total - 4} services are well`,
      '1 not linked',
      'GitHub could not be refreshed.',
      'Waiting for Sentry…',
    ],
  },
  empty: {
    fr: ['Tout va bien.', `${total} services vont bien`],
    en: ['All is well.', `${total} services are well`],
  },
  unlinked: {
    fr: [
      "Aucun service n'est encore relié à cette application.",
      `${total} non reliés`,
    ],
    en: [
      'No service is linked to this application yet.',
      `${total} not linked`,
    ],
  },
};

describe('ServicesCard', () => {
  freezeTime();

  function render(
    getOverview: (environment: string) => Promise<EntityOverview>,
    language?: TestLanguage,
  ) {
    return renderEntityPage({
      api: { getOverview: (_, environment) => getOverview(environment) },
      without: 'entity-content:fabrique/services',
      language,
    });
  }

  it.each(Object.keys(lines) as (keyof typeof overviews)[])(
    'sums up: %s',
    async name => {
      for (const language of ['fr', 'en'] as const) {
        const { container } = render(async () => overviews[name], language);
        const expected = lines[name][language];
        await screen.findByText(expected[0]);
        expect(readLines(container)).toEqual(expected);
      }
    },
  );

  it('asks for another environment, and for a review branch', async () => {
    const user = userEvent.setup();
    const asked: string[] = [];
    renderEntityPage({
      without: 'entity-content:fabrique/services',
      api: {
        getOverview: async (_, environment, { branch } = {}) => {
          asked.push(`${environment} ${branch}`);
          return { ...overviews.well, reviewBranches: ['feat/login'] };
        },
      },
    });
    const choose = async (name: string) => {
      await user.click(screen.getByRole('button', { name: /Environnement/ }));
      await user.click(
        within(await screen.findByRole('listbox')).getByRole('option', {
          name,
        }),
      );
    };
    await screen.findByText('Tout va bien.');
    await choose('dev');
    await waitFor(() =>
      expect(asked).toEqual(['prod undefined', 'dev undefined']),
    );
    await screen.findByText('Tout va bien.');
    await choose('feat/login');
    await waitFor(() => expect(asked.at(-1)).toBe('dev feat/login'));
  });

  it('is not shown for an entity that is linked to nothing', async () => {
    renderEntityPage({
      api: {},
      without: 'entity-content:fabrique/services',
      entity: { ...domifa, metadata: { name: 'domifa' } },
    });
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });
});
