import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ledgerEntries } from '../__fixtures__/ledger';
import { findViolations } from '../__testUtils__/findViolations';
import { freezeTime } from '../__testUtils__/freezeTime';
import { readText } from '../__testUtils__/readLines';
import { refuse } from '../__testUtils__/refuse';
import { renderEntityPage } from '../__testUtils__/renderEntityPage';
import { TestLanguage } from '../__testUtils__/renderInLanguage';
import { FabriqueApi } from '../api/FabriqueApi';

const lines: Record<TestLanguage, string[]> = {
  fr: [
    'domifa (fabriqueprodserver) Base Postgres · prod · créé il y a 1 j',
    'https://domifa.fabrique.social.gouv.fr ↗ Site Matomo · prod · repris il y a 1 j',
    "Un quota plus grand ↗ Demande à l'équipe SRE · demandé il y a 1 j · en cours · 2 réponses",
    'domifa-prod (domifaprod) Conteneur de fichiers · prod · supprimé il y a 1 j',
  ],
  en: [
    'domifa (fabriqueprodserver) Postgres database · prod · created 1 day ago',
    'https://domifa.fabrique.social.gouv.fr ↗ Matomo site · prod · adopted 1 day ago',
    'Un quota plus grand ↗ Request to the SRE team · asked 1 day ago · under way · 2 answers',
    'domifa-prod (domifaprod) Blob container · prod · removed 1 day ago',
  ],
};

describe('ResourcesCard', () => {
  freezeTime();

  const render = (
    getResources: FabriqueApi['getResources'],
    language?: TestLanguage,
  ) =>
    renderEntityPage({
      api: { getResources },
      without: [
        'entity-card:fabrique/services',
        'entity-content:fabrique/services',
      ],
      withResources: true,
      language,
    });

  it.each(['fr', 'en'] as const)(
    'lists what was made, and what is gone on request: %s',
    async language => {
      render(
        async () => ({
          application: 'SocialGouv/domifa',
          entries: ledgerEntries,
        }),
        language,
      );
      const list = await screen.findByRole('list', {
        name: /Ce que le portail|What the portal/,
      });
      expect(within(list).getAllByRole('listitem')).toHaveLength(3);
      await userEvent.click(
        screen.getByRole('button', { name: /supprimée|removed resource/ }),
      );
      expect(within(list).getAllByRole('listitem').map(readText)).toEqual(
        lines[language],
      );
      expect(
        screen.getByRole('link', { name: /Annuler la tâche|Undo the task/ }),
      ).toHaveAttribute(
        'href',
        '/create/templates/default/undo?formData=%7B%22taskId%22%3A%225b0e5a1c-3f0a-4a43-9d55-0c3f4e3a7a11%22%7D',
      );
      expect(await findViolations(list)).toEqual([]);
    },
  );

  it('shows what others make by its type and its title', async () => {
    const [entry] = ledgerEntries;
    const queue = { ...entry, type: 'queue', key: 'q/a', title: 'queue a' };
    render(async () => ({
      application: 'SocialGouv/domifa',
      entries: [queue],
    }));
    const row = await screen.findByText('queue a');
    expect(readText(row.closest('li')!)).toMatch(/^queue a.* queue · prod · /);
  });

  it('says that nothing was made yet, and that the portal cannot tell', async () => {
    render(async () => ({ application: 'SocialGouv/domifa', entries: [] }));
    expect(
      await screen.findByText(
        "Le portail n'a encore rien créé pour cette application.",
      ),
    ).toBeVisible();
    render(() => refuse(503));
    expect(
      await screen.findByText(
        "Le portail n'a pas pu lire ce qu'il a créé pour cette application.",
        undefined,
        { timeout: 5_000 },
      ),
    ).toBeVisible();
  });
});
