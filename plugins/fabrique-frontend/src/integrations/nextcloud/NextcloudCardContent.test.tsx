import {
  defaultThresholds,
  toNextcloudVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { renderContent } from '../../__testUtils__/renderContent';
import { nextcloudViews } from './__fixtures__/views';
import { NextcloudCardContent } from './NextcloudCardContent';

type ViewName = keyof typeof nextcloudViews;

/** French whole; English whole once, and then the sentence that differs. */
const lines: Record<ViewName, { en: string[]; fr: string[] }> = {
  ok: {
    en: [
      'The folder holds 1.2 GB',
      'quota: 1.2 GB of 5 GB (24%)',
      '7 folders and files',
      'shared with DomiFa (group) and Camille Martin',
      'Comptes rendus ↗ 2 hr ago 50 MB',
      'Feuille de route 2027.odp ↗ 2 days ago 3 MB',
    ],
    fr: [
      'Le dossier pèse 1,2 Go',
      'quota : 1,2 Go sur 5 Go (24 %)',
      '7 dossiers et fichiers',
      'partagé avec DomiFa (groupe) et Camille Martin',
      'Comptes rendus ↗ il y a 2 h 50 Mo',
      'Feuille de route 2027.odp ↗ il y a 2 j 3 Mo',
    ],
  },
  empty: {
    en: ['The folder is empty', 'no quota', 'shared with nobody'],
    fr: ['Le dossier est vide', 'sans quota', 'partagé avec personne'],
  },
  nearlyFull: {
    en: ['93% of the quota is used'],
    fr: [
      'Le quota est utilisé à 93 %',
      'le dossier pèse 1,2 Go',
      'quota : 4,7 Go sur 5 Go (93 %)',
      '7 dossiers et fichiers',
      'partagé avec DomiFa (groupe), Direction (groupe, en lecture), Camille Martin (en lecture) et 2 autres',
      '1 lien public',
      'Comptes rendus ↗ il y a 2 h 50 Mo',
      'Feuille de route 2027.odp ↗ il y a 2 j 3 Mo',
    ],
  },
  unknown: {
    en: [
      'NextCloud has not summed up the size of the folder yet',
      'no quota',
      '1 folder or file',
      'the portal may not see with whom it is shared',
    ],
    fr: [
      "NextCloud n'a pas encore calculé la taille du dossier",
      'sans quota',
      '1 dossier ou fichier',
      "le portail n'a pas le droit de voir avec qui il est partagé",
      'Nouveau ↗',
    ],
  },
};

describe('NextcloudCardContent', () => {
  freezeTime();

  function render(name: ViewName, language: 'fr' | 'en') {
    const view = nextcloudViews[name];
    const verdict = toNextcloudVerdict(view, defaultThresholds.nextcloud);
    return renderContent(NextcloudCardContent, { view, verdict }, language);
  }

  it.each(Object.keys(lines) as ViewName[])('says in words: %s', async name => {
    const { en, fr } = lines[name];
    expect(await render(name, 'fr')).toEqual(fr);
    expect((await render(name, 'en')).slice(0, en.length)).toEqual(en);
  });
});
