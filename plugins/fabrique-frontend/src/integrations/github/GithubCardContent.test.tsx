import {
  defaultThresholds,
  toGithubVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { renderContent } from '../../__testUtils__/renderContent';
import { githubViews } from './__fixtures__/views';
import { GithubCardContent } from './GithubCardContent';

type ViewName = keyof typeof githubViews;

/** French whole; English whole once, and then the sentence that differs. */
const lines: Record<ViewName, { en: string[]; fr: string[] }> = {
  ok: {
    en: [
      '2 open pull requests',
      'last commit 2 hr ago ↗',
      'version 2.118.0 1 day ago ↗',
      'default branch master, protected',
      'public repository',
      'shared CI v23.4.0',
      '#3121 feat: export the statistics ↗ draft lou-bernard 3 hr ago',
      '#3118 chore: node 24 ↗ 3 days ago',
    ],
    fr: [
      '2 pull requests ouvertes',
      'dernier commit il y a 2 h ↗',
      'version 2.118.0 il y a 1 j ↗',
      'branche par défaut master, protégée',
      'dépôt public',
      'CI partagée v23.4.0',
      '#3121 feat: export the statistics ↗ brouillon lou-bernard il y a 3 h',
      '#3118 chore: node 24 ↗ il y a 3 j',
    ],
  },
  empty: {
    en: ['The repository is empty'],
    fr: ['Le dépôt est vide', 'branche par défaut main', 'dépôt privé'],
  },
  quiet: {
    en: ['No open pull request'],
    fr: [
      'Aucune pull request ouverte',
      'dernier commit il y a 2 h ↗',
      'version 2.118.0 il y a 1 j ↗',
      'branche par défaut master, protégée',
      'dépôt public',
      'CI partagée v23.4.0',
    ],
  },
  many: {
    en: ['At least 100 open pull requests'],
    fr: [
      'Au moins 100 pull requests ouvertes',
      'dernier commit il y a 2 h ↗',
      'version 2.118.0 il y a 1 j ↗',
      'branche par défaut master, protégée',
      'dépôt public',
      'CI partagée v23.4.0',
      '#3121 feat: export the statistics ↗ brouillon lou-bernard il y a 3 h',
      '#3118 chore: node 24 ↗ il y a 3 j',
    ],
  },
  archived: {
    en: ['The repository is archived'],
    fr: [
      'Le dépôt est archivé',
      'dernier commit il y a 2 h ↗',
      'version 2.118.0 il y a 1 j ↗',
      'branche par défaut master, protégée',
      'dépôt public',
      'CI partagée v23.4.0',
      '#3121 feat: export the statistics ↗ brouillon lou-bernard il y a 3 h',
      '#3118 chore: node 24 ↗ il y a 3 j',
    ],
  },
  sharedCiBehind: {
    en: ['The shared CI is at v20.1.0, the newest is v23.4.1'],
    fr: [
      'La CI partagée est en v20.1.0, la plus récente est v23.4.1',
      'dernier commit il y a 2 h ↗',
      'version 2.118.0 il y a 1 j ↗',
      '2 pull requests ouvertes',
      'branche par défaut master, protégée',
      'dépôt public',
      'CI partagée v20.1.0, v23.4.1 est sortie',
      '#3121 feat: export the statistics ↗ brouillon lou-bernard il y a 3 h',
      '#3118 chore: node 24 ↗ il y a 3 j',
    ],
  },
  sharedCiOlder: {
    en: ['2 open pull requests'],
    fr: [
      '2 pull requests ouvertes',
      'dernier commit il y a 2 h ↗',
      'version 2.118.0 il y a 1 j ↗',
      'branche par défaut master, protégée',
      'dépôt public',
      'CI partagée v23.4.0, v23.4.1 est sortie',
      '#3121 feat: export the statistics ↗ brouillon lou-bernard il y a 3 h',
      '#3118 chore: node 24 ↗ il y a 3 j',
    ],
  },
  unprotected: {
    en: ['The branch master is not protected'],
    fr: [
      "La branche master n'est pas protégée",
      'dernier commit il y a 2 h ↗',
      'version 2.118.0 il y a 1 j ↗',
      '2 pull requests ouvertes',
      'branche par défaut master, non protégée',
      'dépôt public',
      'CI partagée v23.4.0',
      '#3121 feat: export the statistics ↗ brouillon lou-bernard il y a 3 h',
      '#3118 chore: node 24 ↗ il y a 3 j',
    ],
  },
  securityAlerts: {
    en: ['4 open security alerts'],
    fr: [
      '4 alertes de sécurité ouvertes',
      'dernier commit il y a 2 h ↗',
      'version 2.118.0 il y a 1 j ↗',
      '2 pull requests ouvertes',
      'branche par défaut master, protégée',
      'dépôt public',
      'CI partagée v23.4.0',
      '4 alertes de sécurité ↗',
      '#3121 feat: export the statistics ↗ brouillon lou-bernard il y a 3 h',
      '#3118 chore: node 24 ↗ il y a 3 j',
    ],
  },
};

describe('GithubCardContent', () => {
  freezeTime();

  function render(name: ViewName, language: 'fr' | 'en') {
    const view = githubViews[name];
    const verdict = toGithubVerdict(view, defaultThresholds.github);
    return renderContent(GithubCardContent, { view, verdict }, language);
  }

  it.each(Object.keys(lines) as ViewName[])('says in words: %s', async name => {
    const { en, fr } = lines[name];
    expect(await render(name, 'fr')).toEqual(fr);
    expect((await render(name, 'en')).slice(0, en.length)).toEqual(en);
  });
});
