import {
  defaultThresholds,
  toMatomoVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { screen, within } from '@testing-library/react';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { readText } from '../../__testUtils__/readLines';
import { renderContent } from '../../__testUtils__/renderContent';
import { matomoViews } from './__fixtures__/views';
import { MatomoCardContent } from './MatomoCardContent';

type ViewName = keyof typeof matomoViews;

/** What nobody but a person can check. */
const manual = {
  en: [
    'To check: Matomo masks at least two bytes of IP addresses (Privacy › Anonymize data).',
    'To check: Matomo sets no third-party cookie ( use_third_party_id_cookie = 0 ).',
    'To check: the tracking code does not call enableCrossDomainLinking .',
    'To check: cookies last 13 months at most, or the tracking code calls disableCookies .',
    'To check: data is deleted after 25 months at most (Privacy › Anonymize data).',
    'To check: the site tells of this tracking, and one of its pages lets people object ( module=CoreAdminHome&action=optOut ).',
  ],
  fr: [
    'À vérifier : Matomo masque au moins deux octets des adresses IP (Vie privée › Anonymiser les données).',
    'À vérifier : Matomo ne dépose pas de cookie tiers ( use_third_party_id_cookie = 0 ).',
    "À vérifier : le code de suivi n'appelle pas enableCrossDomainLinking .",
    'À vérifier : les cookies durent 13 mois au plus, ou le code de suivi appelle disableCookies .',
    'À vérifier : les données sont supprimées après 25 mois au plus (Vie privée › Anonymiser les données).',
    "À vérifier : le site informe de ce suivi, et sa page permet de s'y opposer ( module=CoreAdminHome&action=optOut ).",
  ],
};
const exemption = {
  en: [
    'To check, as Matomo does not tell the portal: no session is recorded.',
    ...manual.en,
    'E-commerce is not tracked.',
    'No user id is sent.',
    'No heatmap is active.',
    'The visits log is off.',
  ],
  fr: [
    "À vérifier, car Matomo ne le dit pas au portail : aucune session n'est enregistrée.",
    ...manual.fr,
    "Le suivi de l'e-commerce est désactivé.",
    "Aucun identifiant d'utilisateur n'est transmis.",
    "Aucune carte de chaleur n'est active.",
    'Le journal des visites est désactivé.',
  ],
};

/** French whole; English whole once, and then the sentence that differs. */
const lines: Record<ViewName, { en: string[]; fr: string[] }> = {
  ok: {
    en: [
      '8,340 visits in 7 days',
      '30 d · 35,272 visits · dashed: a week before',
      '812 today',
      '+12% on the week before',
      '42.5% of visits of one page',
      '4.2 actions per visit',
      'Domiciliation créée: 1,284',
      '/connexion ↗ 12,840 visits',
      '/usagers 9,120 visits',
      ...exemption.en,
    ],
    fr: [
      '8 340 visites en 7 jours',
      '30 j · 35 272 visites · en pointillé, une semaine avant',
      "812 aujourd'hui",
      "+12 % par rapport à la semaine d'avant",
      "42,5 % de visites d'une seule page",
      '4,2 actions par visite',
      'Domiciliation créée : 1 284',
      '/connexion ↗ 12 840 visites',
      '/usagers 9 120 visites',
      ...exemption.fr,
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
      '30 j · 35 272 visites · en pointillé, une semaine avant',
      '8 340 visites en 7 jours',
      "aucune aujourd'hui",
      "+12 % par rapport à la semaine d'avant",
      "42,5 % de visites d'une seule page",
      '4,2 actions par visite',
      'Domiciliation créée : 1 284',
      '/connexion ↗ 12 840 visites',
      '/usagers 9 120 visites',
      ...exemption.fr,
    ],
  },
  exemptionNotMet: {
    en: ['5 conditions of the CNIL exemption are not met'],
    fr: [
      "5 conditions de l'exemption CNIL ne sont pas remplies",
      '30 j · 35 272 visites · en pointillé, une semaine avant',
      '8 340 visites en 7 jours',
      "812 aujourd'hui",
      "+12 % par rapport à la semaine d'avant",
      "42,5 % de visites d'une seule page",
      '4,2 actions par visite',
      'Domiciliation créée : 1 284',
      '/connexion ↗ 12 840 visites',
      '/usagers 9 120 visites',
      "L'e-commerce est suivi : désactivez-le dans les réglages du site sur Matomo.",
      "Un identifiant d'utilisateur est transmis : retirez setUserId du code de suivi.",
      'Une carte de chaleur est active : arrêtez-la sur Matomo.',
      'Des sessions sont enregistrées : arrêtez cela sur Matomo.',
      'Le journal des visites montre chaque visiteur : désactivez-le, avec les profils, dans les réglages du site sur Matomo.',
      ...manual.fr,
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

  it('gives the line as a table, beside the week before', async () => {
    await render('ok', 'fr');
    const table = screen.getByRole('table', {
      name: 'Visites par jour sur 30 jours',
    });
    const rows = within(table).getAllByRole('row').map(readText);
    expect(rows).toHaveLength(1 + 30);
    expect(rows[0]).toBe('Moment Visites Visites une semaine avant');
    expect(rows.at(-1)).toBe('20 nov. 812 1 490');
  });

  it.each([
    [
      'ok',
      'Exemption CNIL : 4 remplies et 7 à vérifier vous-même',
      'CNIL exemption: 4 met and 7 to check yourself',
    ],
    [
      'exemptionNotMet',
      'Exemption CNIL : 5 conditions à corriger et 6 à vérifier vous-même',
      'CNIL exemption: 5 conditions to mend and 6 to check yourself',
    ],
  ] as const)(
    'sums up the conditions of the exemption, open where one is to be mended: %s',
    async (name, fr, en) => {
      for (const [language, sentence] of Object.entries({ fr, en })) {
        await render(name, language as 'fr' | 'en');
        const folded = screen.getByText(sentence).closest('details')!;
        expect(folded.open).toBe(name === 'exemptionNotMet');
      }
    },
  );
});
