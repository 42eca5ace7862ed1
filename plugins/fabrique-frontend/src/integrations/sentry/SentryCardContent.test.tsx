import { screen, within } from '@testing-library/react';
import {
  defaultThresholds,
  toSentryVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { renderContent } from '../../__testUtils__/renderContent';
import { sentryViews } from './__fixtures__/views';
import { SentryCardContent } from './SentryCardContent';

type ViewName = keyof typeof sentryViews;

/** French whole; English whole once, and then the sentence that differs. */
const lines: Record<ViewName, { en: string[]; fr: string[] }> = {
  ok: {
    en: [
      '3 unresolved errors',
      '24 h · 1,184 events (-4%)',
      '14 d · 16,219 events (+2% in 7 d)',
      'events of prod and preprod together',
      '99.8% of sessions without a crash',
      'version 2.118.0 ↗ 1 day ago',
      "TypeError: Cannot read properties of undefined (reading 'usager') ↗ 402 3 min ago",
      'QueryFailedError: deadlock detected ↗ 18 2 hr ago',
      '2 of 3 shown',
    ],
    fr: [
      '3 erreurs non résolues',
      '24 h · 1 184 événements (-4 %)',
      '14 j · 16 219 événements (+2 % en 7 j)',
      'événements de prod et preprod confondus',
      '99,8 % de sessions sans plantage',
      'version 2.118.0 ↗ il y a 1 j',
      "TypeError: Cannot read properties of undefined (reading 'usager') ↗ 402 il y a 3 min",
      'QueryFailedError: deadlock detected ↗ 18 il y a 2 h',
      'Affichage de 2 sur 3',
    ],
  },
  empty: {
    en: ['No error in 14 days'],
    fr: ['Aucune erreur depuis 14 jours'],
  },
  notHeardOf: {
    en: ['Sentry received nothing from this environment'],
    fr: [
      "Sentry n'a rien reçu de cet environnement",
      '24 h · 1 184 événements (-4 %)',
      '14 j · 16 219 événements (+2 % en 7 j)',
    ],
  },
  resolved: {
    en: ['Every error is resolved'],
    fr: [
      'Toutes les erreurs sont résolues',
      '24 h · 1 184 événements (-4 %)',
      '14 j · 16 219 événements (+2 % en 7 j)',
      'événements de prod et preprod confondus',
      '99,8 % de sessions sans plantage',
      'version 2.118.0 ↗ il y a 1 j',
    ],
  },
  many: {
    en: ['At least 1,000 unresolved errors'],
    fr: [
      'Au moins 1 000 erreurs non résolues',
      '24 h · 1 184 événements (-4 %)',
      '14 j · 16 219 événements (+2 % en 7 j)',
      'événements de prod et preprod confondus',
      '99,8 % de sessions sans plantage',
      'version 2.118.0 ↗ il y a 1 j',
      "TypeError: Cannot read properties of undefined (reading 'usager') ↗ 402 il y a 3 min",
      'QueryFailedError: deadlock detected ↗ 18 il y a 2 h',
      'Affichage de 2 sur au moins 1 000',
    ],
  },
  newIssues: {
    en: ['12 new errors since yesterday'],
    fr: [
      '12 nouvelles erreurs depuis hier',
      '1 erreur est revenue après correction',
      '24 h · 1 184 événements (+310 %)',
      '14 j · 16 219 événements (+2 % en 7 j)',
      'événements de prod et preprod confondus',
      '3 erreurs non résolues',
      '99,8 % de sessions sans plantage',
      'version 2.118.0 ↗ il y a 1 j',
      "TypeError: Cannot read properties of undefined (reading 'usager') ↗ nouvelle 402 il y a 3 min",
      'QueryFailedError: deadlock detected ↗ revenue 18 il y a 2 h',
      'Affichage de 2 sur 3',
    ],
  },
  eventPeak: {
    en: ['1,284 errors within an hour, where 48 are usual'],
    fr: [
      "1 284 erreurs en une heure, contre 48 d'habitude",
      '24 h · 1 184 événements (-4 %)',
      '14 j · 16 219 événements (+2 % en 7 j)',
      'événements de prod et preprod confondus',
      '3 erreurs non résolues',
      '99,8 % de sessions sans plantage',
      'version 2.118.0 ↗ il y a 1 j',
      "TypeError: Cannot read properties of undefined (reading 'usager') ↗ 402 il y a 3 min",
      'QueryFailedError: deadlock detected ↗ 18 il y a 2 h',
      'Affichage de 2 sur 3',
    ],
  },
};

describe('SentryCardContent', () => {
  freezeTime();

  function render(name: ViewName, language: 'fr' | 'en') {
    const view = sentryViews[name];
    const verdict = toSentryVerdict(view, defaultThresholds.sentry);
    return renderContent(SentryCardContent, { view, verdict }, language);
  }

  it.each(Object.keys(lines) as ViewName[])('says in words: %s', async name => {
    const { en, fr } = lines[name];
    expect(await render(name, 'fr')).toEqual(fr);
    expect((await render(name, 'en')).slice(0, en.length)).toEqual(en);
  });

  it('links each error into Sentry, and gives the plot as a table', async () => {
    await render('newIssues', 'fr');
    const link = screen.getByRole('link', { name: /^QueryFailedError/ });
    expect(link).toHaveAttribute('href', sentryViews.ok.issues[1].url);
    expect(link).toHaveAttribute('target', '_blank');
    const table = screen.getByRole('table', {
      name: 'Événements par heure sur 24 h',
    });
    expect(within(table).getAllByRole('row')).toHaveLength(1 + 24);
    expect(
      within(table).getByRole('columnheader', { name: 'Événements' }),
    ).toBeInTheDocument();
  });
});
