import {
  defaultThresholds,
  toUpptimeVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { screen, within } from '@testing-library/react';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { readText } from '../../__testUtils__/readLines';
import { renderContent } from '../../__testUtils__/renderContent';
import { upptimeViews } from './__fixtures__/views';
import { UpptimeCardContent } from './UpptimeCardContent';

type ViewName = keyof typeof upptimeViews;

/** French whole; English whole once, and then the sentence that differs. */
const lines: Record<ViewName, { en: string[]; fr: string[] }> = {
  ok: {
    en: [
      'The site answers',
      '90 d · 2 days with an outage',
      'answered in 420 ms over a day, 430 ms are usual',
      'Available: 100% over a day, 99.95% over a week, 99.8% over a month, 99.71% over a year',
      'November 16 ↗ down for 2 hr 5 min',
    ],
    fr: [
      'Le site répond',
      '90 j · 2 jours avec un arrêt',
      "réponse en 420 ms sur un jour, 430 ms d'habitude",
      'Disponible : 100 % sur un jour, 99,95 % sur une semaine, 99,8 % sur un mois, 99,71 % sur un an',
      '16 novembre ↗ arrêté pendant 2 h 5 min',
      '4 septembre ↗ arrêté pendant 34 min',
    ],
  },
  incidents: {
    en: [
      'The site answers',
      '90 d · 2 days with an outage',
      'answered in 420 ms over a day, 430 ms are usual',
      'Available: 100% over a day, 99.95% over a week, 99.8% over a month, 99.71% over a year',
      'The site answered with the HTTP error 503 ↗ under way 20 min ago',
      'The site answered slowly ↗ for 2 hr 5 min 4 days ago',
      'The site did not answer ↗ for 34 min 5 days ago',
      'Maintenance de la base ↗ for 2 hr 17 days ago',
    ],
    fr: [
      'Le site répond',
      '90 j · 2 jours avec un arrêt',
      "réponse en 420 ms sur un jour, 430 ms d'habitude",
      'Disponible : 100 % sur un jour, 99,95 % sur une semaine, 99,8 % sur un mois, 99,71 % sur un an',
      "Le site répondait par l'erreur HTTP 503 ↗ en cours il y a 20 min",
      'Le site répondait lentement ↗ pendant 2 h 5 min il y a 4 j',
      'Le site ne répondait pas ↗ pendant 34 min il y a 5 j',
      'Maintenance de la base ↗ pendant 2 h il y a 17 j',
    ],
  },
  empty: {
    en: ['UppTime does not say whether the site answers'],
    fr: ['UppTime ne dit pas si le site répond'],
  },
  degraded: {
    en: ['The site answers, but slowly', '90 d · never down'],
    fr: [
      'Le site répond, mais lentement',
      '90 j · aucun arrêt',
      "réponse en 420 ms sur un jour, 430 ms d'habitude",
      'Disponible : 100 % sur un jour, 99,95 % sur une semaine, 99,8 % sur un mois, 99,71 % sur un an',
    ],
  },
  down: {
    en: [
      'The site does not answer',
      'The site answered to 97.22% of the checks of a day',
      'The site answers in 1,840 ms, where 414 ms are usual',
    ],
    fr: [
      'Le site ne répond pas',
      'Le site a répondu à 97,22 % des vérifications en un jour',
      "Le site répond en 1 840 ms, contre 414 ms d'habitude",
      '90 j · 1 jour avec un arrêt',
      "réponse en 1 840 ms sur un jour, 414 ms d'habitude",
      'Disponible : 97,22 % sur un jour, 99,6 % sur une semaine',
      '20 novembre ↗ arrêté pendant 40 min',
    ],
  },
  contradiction: {
    en: [
      'UppTime says that the site answers, yet only 0.31% of its checks succeeded',
    ],
    fr: [
      'UppTime dit que le site répond, mais seulement 0,31 % de ses vérifications ont réussi',
      "Disponible : 0,31 % depuis qu'il est surveillé",
      "réponse en 69 ms depuis qu'il est surveillé",
    ],
  },
};

describe('UpptimeCardContent', () => {
  freezeTime();

  function render(name: ViewName, language: 'fr' | 'en') {
    const view = upptimeViews[name];
    const verdict = toUpptimeVerdict(view, defaultThresholds.upptime);
    return renderContent(UpptimeCardContent, { view, verdict }, language);
  }

  it.each(Object.keys(lines) as ViewName[])('says in words: %s', async name => {
    const { en, fr } = lines[name];
    expect(await render(name, 'fr')).toEqual(fr);
    expect((await render(name, 'en')).slice(0, en.length)).toEqual(en);
  });

  it('gives the plots as tables: minutes by day, response times by period', async () => {
    await render('ok', 'fr');
    const toRows = (name: string) =>
      within(screen.getByRole('table', { name }))
        .getAllByRole('row')
        .map(readText);
    expect(toRows("Minutes d'arrêt par jour sur 90 jours")).toHaveLength(91);
    expect(toRows('Temps de réponse moyen par période')).toEqual([
      'Période Millisecondes',
      'dernière année 1 380',
      'dernier mois 430',
      'dernière semaine 414',
      'dernier jour 420',
    ]);
  });
});
