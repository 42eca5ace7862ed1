import {
  defaultThresholds,
  TipimailView,
  toTipimailVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { renderContent } from '../../__testUtils__/renderContent';
import { tipimailViews } from './__fixtures__/views';
import { TipimailCardContent } from './TipimailCardContent';

type ViewName = keyof typeof tipimailViews;

/** French whole; English whole once, and then the sentence that differs. */
const lines: Record<ViewName, { en: string[]; fr: string[] }> = {
  ok: {
    en: [
      '12,840 messages sent in 30 days',
      '99% delivered',
      '118 came back (0.92%)',
      '1 complaint (0.01%)',
      '10 refused by Tipimail',
      'domifa.example DKIM and SPF verified',
    ],
    fr: [
      '12 840 messages envoyés en 30 jours',
      '99 % remis',
      '118 non remis (0,92 %)',
      '1 plainte (0,01 %)',
      '10 refusés par Tipimail',
      'domifa.example DKIM et SPF vérifiés',
    ],
  },
  empty: {
    en: ['No message sent in 30 days'],
    fr: [
      'Aucun message envoyé en 30 jours',
      'domifa.example DKIM et SPF vérifiés',
    ],
  },
  caught: {
    en: [
      'No message leaves this environment',
      'A mail catcher (maildev, Mailpit) keeps what the application writes: Tipimail is not used here.',
    ],
    fr: [
      'Aucun message ne part de cet environnement',
      "Un serveur de test (maildev, Mailpit) retient ce que l'application écrit : Tipimail n'est pas utilisé ici.",
    ],
  },
  illDelivered: {
    en: [
      'The domain domifa.example is not verified in Tipimail (DKIM)',
      'The domain other.example is not declared in Tipimail',
      '9.19% of the messages come back',
    ],
    fr: [
      "Le domaine domifa.example n'est pas vérifié dans Tipimail (DKIM)",
      "Le domaine other.example n'est pas déclaré dans Tipimail",
      "9,19 % des messages n'arrivent pas à destination",
      '12 840 messages envoyés en 30 jours',
      '90,34 % remis',
      '1 180 non remis (9,19 %)',
      '30 plaintes (0,23 %)',
      'domifa.example DKIM à vérifier',
      'other.example inconnu de Tipimail',
    ],
  },
  refused: {
    en: ['Tipimail refused 300 of 460 messages since yesterday'],
    fr: [
      'Tipimail a refusé 300 messages sur 460 depuis hier',
      '12 840 messages envoyés en 30 jours',
      '99 % remis',
      '118 non remis (0,92 %)',
      '1 plainte (0,01 %)',
      '10 refusés par Tipimail',
      'domifa.example DKIM et SPF vérifiés',
    ],
  },
};

describe('TipimailCardContent', () => {
  freezeTime();

  function render(name: ViewName, language: 'fr' | 'en') {
    const view: TipimailView = tipimailViews[name];
    const verdict = toTipimailVerdict(view, defaultThresholds.tipimail);
    return renderContent(TipimailCardContent, { view, verdict }, language);
  }

  it.each(Object.keys(lines) as ViewName[])('says in words: %s', async name => {
    const { en, fr } = lines[name];
    expect(await render(name, 'fr')).toEqual(fr);
    expect((await render(name, 'en')).slice(0, en.length)).toEqual(en);
  });
});
