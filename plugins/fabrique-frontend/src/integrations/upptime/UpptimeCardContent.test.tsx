import {
  defaultThresholds,
  toUpptimeVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { renderContent } from '../../__testUtils__/renderContent';
import { upptimeViews } from './__fixtures__/views';
import { UpptimeCardContent } from './UpptimeCardContent';

type ViewName = keyof typeof upptimeViews;

/** French whole; English whole once, and then the sentence that differs. */
const lines: Record<ViewName, { en: string[]; fr: string[] }> = {
  ok: {
    en: [
      'The site answers',
      '90 d',
      'Available: 100% over a day, 99.95% over a week, 99.8% over a month, 99.71% over a year',
      'Response time: 420 ms over a day, 414 ms over a week, 430 ms over a month, 1,380 ms over a year',
    ],
    fr: [
      'Le site répond',
      '90 j',
      'Disponible : 100 % sur un jour, 99,95 % sur une semaine, 99,8 % sur un mois, 99,71 % sur un an',
      'Temps de réponse : 420 ms sur un jour, 414 ms sur une semaine, 430 ms sur un mois, 1 380 ms sur un an',
      '16 novembre ↗ arrêté pendant 2 h 5 min',
      '4 septembre ↗ arrêté pendant 34 min',
    ],
  },
  empty: {
    en: ['UppTime does not say whether the site answers'],
    fr: ['UppTime ne dit pas si le site répond'],
  },
  degraded: {
    en: ['The site answers, but slowly', 'never down within 90 days'],
    fr: [
      'Le site répond, mais lentement',
      'aucun arrêt en 90 jours',
      'Disponible : 100 % sur un jour, 99,95 % sur une semaine, 99,8 % sur un mois, 99,71 % sur un an',
      'Temps de réponse : 420 ms sur un jour, 414 ms sur une semaine, 430 ms sur un mois, 1 380 ms sur un an',
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
      '90 j',
      'Disponible : 97,22 % sur un jour, 99,6 % sur une semaine',
      'Temps de réponse : 1 840 ms sur un jour, 414 ms sur une semaine',
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
      "Temps de réponse : 69 ms depuis qu'il est surveillé",
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
});
