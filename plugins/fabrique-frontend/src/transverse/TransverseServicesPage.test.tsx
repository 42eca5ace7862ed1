import { TransverseServicesAnswer } from '@socialgouv/backstage-plugin-fabrique-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { transverseServices } from '../__fixtures__/transverseServices';
import { findViolations } from '../__testUtils__/findViolations';
import { freezeTime } from '../__testUtils__/freezeTime';
import { readText } from '../__testUtils__/readLines';
import { refuse } from '../__testUtils__/refuse';
import { renderFabriquePage } from '../__testUtils__/renderFabriquePage';
import { TestLanguage } from '../__testUtils__/renderInLanguage';

const lines: Record<TestLanguage, string[][]> = {
  fr: [
    ['Service', 'Usage', 'État', 'Accès'],
    [
      'Matomo ↗',
      "Mesure d'audience respectueuse du RGPD",
      'Répond',
      "À demander à l'équipe SRE.",
    ],
    [
      'Sentry ↗',
      'Journal des exceptions des applications',
      "Répond Le site répond en 2 400 ms, contre 300 ms d'habitude",
      "À demander à l'équipe SRE. Documentation ↗",
    ],
    [
      'NextCloud ↗',
      'Fichiers partagés',
      'Ne répond pas',
      'Connectez-vous avec votre adresse @fabrique.social.gouv.fr .',
    ],
    [
      'VaultWarden',
      'Mots de passe partagés',
      'État inconnu',
      "À demander à l'équipe SRE.",
    ],
  ],
  en: [
    ['Service', 'What it is for', 'State', 'Access'],
    [
      'Matomo ↗',
      'Web analytics that respect the GDPR',
      'Answers',
      'Ask the SRE team.',
    ],
    [
      'Sentry ↗',
      'Exceptions of applications',
      'Answers The site answers in 2,400 ms, where 300 ms are usual',
      'Ask the SRE team. Documentation ↗',
    ],
    [
      'NextCloud ↗',
      'Shared files',
      'Does not answer',
      'Sign in with your @fabrique.social.gouv.fr address.',
    ],
    [
      'VaultWarden',
      'Mots de passe partagés',
      'State unknown',
      'Ask the SRE team.',
    ],
  ],
};

describe('TransverseServicesPage', () => {
  freezeTime();

  const render = (
    getTransverseServices: () => Promise<TransverseServicesAnswer>,
    language?: TestLanguage,
  ) =>
    renderFabriquePage({
      path: '/fabrique/services',
      api: { getTransverseServices },
      language,
    });

  it.each(['fr', 'en'] as const)(
    'says what each service is for, whether it answers, how to get access: %s',
    async language => {
      const { container } = render(async () => transverseServices, language);
      const table = await screen.findByRole('table');
      const rows = within(table)
        .getAllByRole('row')
        .map(row => [...row.children] as HTMLElement[]);
      expect(rows.map(cells => cells.map(readText))).toEqual(lines[language]);
      expect(
        screen.getByRole('link', { name: /^Matomo/ }).getAttribute('href'),
      ).toBe('https://matomo.example');
      expect(screen.getByText(/il y a 3 min|3 min ago/)).toBeVisible();
      expect(await findViolations(container.querySelector('.page')!)).toEqual(
        [],
      );
    },
  );

  it('says why the states are unknown', async () => {
    const unknown = transverseServices.services.map(
      ({ id, name }): TransverseServicesAnswer['services'][number] => ({
        id,
        name,
        state: 'unknown',
      }),
    );
    render(async () => ({
      services: unknown,
      failure: { kind: 'unavailable', upstreamStatus: 503, message: '' },
    }));
    expect(await screen.findAllByText('État inconnu')).toHaveLength(4);
    expect(screen.getByText('UppTime est en panne (503).')).toBeVisible();
  });

  it('says that it loads, that there is nothing, that it fails, that one may not', async () => {
    const user = userEvent.setup();
    render(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', {
        name: 'Chargement des services transverses…',
      }),
    ).toBeVisible();

    render(async () => ({ services: [] }));
    expect(
      await screen.findByText(/^Aucun service transverse n'est déclaré/),
    ).toBeVisible();

    let status = 500;
    render(async () => (status === 500 ? refuse(500) : transverseServices));
    expect(
      await screen.findByText(
        "Le portail n'a pas pu lire les services transverses.",
        {},
        { timeout: 5_000 },
      ),
    ).toBeVisible();
    status = 200;
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(await screen.findByRole('table')).toBeVisible();

    render(() => refuse(403));
    expect(
      await screen.findByText(
        /^Vous n'avez pas le droit de voir les services/,
        {},
        { timeout: 5_000 },
      ),
    ).toBeVisible();
  }, 60_000);
});
