import {
  defaultThresholds,
  toGitlabVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { renderContent } from '../../__testUtils__/renderContent';
import { fixtureTime } from '../../__fixtures__/series';
import { gitlabViews } from './__fixtures__/views';
import { GitlabCardContent } from './GitlabCardContent';

type ViewName = keyof typeof gitlabViews;

/** French whole; English whole once, and then the sentence that differs. */
const lines: Record<ViewName, { en: string[]; fr: string[] }> = {
  ok: {
    en: [
      'The last pipeline of master succeeded',
      'quality succeeded',
      'build succeeded',
      'deploy succeeded',
      'mirror up to date',
      'mirror copied 5 min ago',
      'prod deployed 1 day ago',
      '#48213 master ↗ succeeded 6 min 52 sec 2 hr ago',
    ],
    fr: [
      'Le dernier pipeline sur master a réussi',
      'quality réussi',
      'build réussi',
      'deploy réussi',
      'miroir à jour',
      'miroir copié il y a 5 min',
      'prod déployé il y a 1 j',
      '#48213 master ↗ réussi 6 min 52 s il y a 2 h',
    ],
  },
  empty: {
    en: ['No pipeline yet'],
    fr: ["Aucun pipeline pour l'instant"],
  },
  running: {
    en: ['A pipeline of master is running'],
    fr: [
      'Un pipeline est en cours sur master',
      'quality réussi',
      'build réussi',
      'deploy réussi',
      'miroir à jour',
      'miroir copié il y a 5 min',
      'prod déployé il y a 1 j',
      '#48213 master ↗ réussi 6 min 52 s il y a 2 h',
    ],
  },
  canceled: {
    en: ['The last pipeline of master: canceled'],
    fr: [
      'Le dernier pipeline sur master : annulé',
      'quality réussi',
      'build réussi',
      'deploy réussi',
      'miroir à jour',
      'miroir copié il y a 5 min',
      'prod déployé il y a 1 j',
      '#48213 master ↗ réussi 6 min 52 s il y a 2 h',
    ],
  },
  pipelineFailed: {
    en: ['The last pipeline of master failed'],
    fr: [
      'Le dernier pipeline sur master a échoué',
      'quality réussi',
      'build échoué',
      'deploy sauté',
      'La tâche build backend a échoué ↗',
      'miroir à jour',
      'miroir copié il y a 5 min',
      'prod déployé il y a 1 j',
      '#48214 master ↗ échoué 6 min 52 s il y a 40 min',
      '#48213 master ↗ réussi 6 min 52 s il y a 2 h',
    ],
  },
  mirrorFailed: {
    en: ['The mirror no longer copies the repository'],
    fr: [
      'Le miroir ne copie plus le dépôt',
      'quality réussi',
      'build réussi',
      'deploy réussi',
      'miroir à jour',
      'miroir copié il y a 5 min',
      'prod déployé il y a 1 j',
      '#48213 master ↗ réussi 6 min 52 s il y a 2 h',
    ],
  },
  mirrorBehind: {
    en: ['The mirror is 3 commits behind'],
    fr: [
      'Le miroir a 3 commits de retard',
      'quality réussi',
      'build réussi',
      'deploy réussi',
      'miroir copié il y a 5 min',
      "1 branche n'existe que dans le miroir",
      'prod déployé il y a 1 j',
      '#48213 master ↗ réussi 6 min 52 s il y a 2 h',
    ],
  },
  mirrorLate: {
    en: ['The mirror has been late for 1 hr 20 min'],
    fr: [
      'Le miroir est en retard depuis 1 h 20 min',
      'quality réussi',
      'build réussi',
      'deploy réussi',
      'miroir copié il y a 5 min',
      'prod déployé il y a 1 j',
      '#48213 master ↗ réussi 6 min 52 s il y a 2 h',
    ],
  },
  pipelineLong: {
    en: ['A pipeline of master is taking unusually long'],
    fr: [
      "Un pipeline sur master dure plus longtemps que d'habitude",
      'quality réussi',
      'build réussi',
      'deploy réussi',
      'miroir à jour',
      'miroir copié il y a 5 min',
      'prod déployé il y a 1 j',
      '#48213 master ↗ en cours il y a 4 h',
    ],
  },
};

describe('GitlabCardContent', () => {
  freezeTime();

  function render(name: ViewName, language: 'fr' | 'en') {
    const view = gitlabViews[name];
    const verdict = toGitlabVerdict(
      view,
      defaultThresholds.gitlab,
      new Date(fixtureTime),
    );
    return renderContent(GitlabCardContent, { view, verdict }, language);
  }

  it.each(Object.keys(lines) as ViewName[])('says in words: %s', async name => {
    const { en, fr } = lines[name];
    expect(await render(name, 'fr')).toEqual(fr);
    expect((await render(name, 'en')).slice(0, en.length)).toEqual(en);
  });
});
