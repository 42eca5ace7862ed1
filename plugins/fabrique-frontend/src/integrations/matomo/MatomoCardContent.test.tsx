import {
  defaultThresholds,
  toMatomoVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { renderContent } from '../../__testUtils__/renderContent';
import { matomoViews } from './__fixtures__/views';
import { MatomoCardContent } from './MatomoCardContent';

type ViewName = keyof typeof matomoViews;

/** French whole; English whole once, and then the sentence that differs. */
const lines: Record<ViewName, { en: string[]; fr: string[] }> = {
  ok: {
    en: [
      '8,340 visits in 7 days',
      'per day over 30 days',
      '812 today',
      '+12% on the week before',
      '42.5% of visits of one page',
      'Domiciliation créée: 1,284',
      '/connexion ↗ 12,840 visits',
      '/usagers 9,120 visits',
    ],
    fr: [
      '8 340 visites en 7 jours',
      'par jour sur 30 jours',
      "812 aujourd'hui",
      "+12 % par rapport à la semaine d'avant",
      "42,5 % de visites d'une seule page",
      'Domiciliation créée : 1 284',
      '/connexion ↗ 12 840 visites',
      '/usagers 9 120 visites',
    ],
  },
  empty: {
    en: ['No visit in 7 days'],
    fr: ['Aucune visite en 7 jours', "aucune aujourd'hui"],
  },
  noVisits: {
    en: [
      'No visit for 24 h, where 1,510 are usual: the counting may be broken',
    ],
    fr: [
      "Aucune visite depuis 24 h, contre 1 510 d'habitude : le comptage est peut-être cassé",
      'par jour sur 30 jours',
      '8 340 visites en 7 jours',
      "aucune aujourd'hui",
      "+12 % par rapport à la semaine d'avant",
      "42,5 % de visites d'une seule page",
      'Domiciliation créée : 1 284',
      '/connexion ↗ 12 840 visites',
      '/usagers 9 120 visites',
    ],
  },
  exemptionNotMet: {
    en: ['2 conditions of the CNIL exemption are not met'],
    fr: [
      "2 conditions de l'exemption CNIL ne sont pas remplies",
      'par jour sur 30 jours',
      '8 340 visites en 7 jours',
      "812 aujourd'hui",
      "+12 % par rapport à la semaine d'avant",
      "42,5 % de visites d'une seule page",
      'Domiciliation créée : 1 284',
      "exemption CNIL, reste à corriger : l'e-commerce est activé et la recherche interne n'est pas déclarée",
      '/connexion ↗ 12 840 visites',
      '/usagers 9 120 visites',
    ],
  },
};

describe('MatomoCardContent', () => {
  freezeTime();

  function render(name: ViewName, language: 'fr' | 'en') {
    const view = matomoViews[name];
    const verdict = toMatomoVerdict(view, defaultThresholds.matomo);
    return renderContent(MatomoCardContent, { view, verdict }, language);
  }

  it.each(Object.keys(lines) as ViewName[])('says in words: %s', async name => {
    const { en, fr } = lines[name];
    expect(await render(name, 'fr')).toEqual(fr);
    expect((await render(name, 'en')).slice(0, en.length)).toEqual(en);
  });
});
