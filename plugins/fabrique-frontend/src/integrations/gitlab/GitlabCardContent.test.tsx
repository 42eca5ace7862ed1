import {
  defaultThresholds,
  Environment,
  GitlabView,
  toGitlabVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { renderContent } from '../../__testUtils__/renderContent';
import { fixtureTime } from '../../__fixtures__/series';
import { gitlabViews } from './__fixtures__/views';
import { GitlabCardContent } from './GitlabCardContent';

type ViewName = keyof typeof gitlabViews;

const stages = ['quality réussi', 'build réussi', 'deploy réussi'];
const released = 'prod · v2.118.0 ↗ réussi 6 min 52 s il y a 1 j';
const built = 'dev · master ↗ réussi 6 min 52 s il y a 2 h';
const deployed = 'master-dev : master déployé il y a 1 h';
const copied = 'miroir copié il y a 5 min';
const fresh = ['miroir à jour (4f1c2d9e)', copied];

/** What dev shows: French whole, and the first line in English. */
const lines: Record<ViewName, { en: string; fr: string[] }> = {
  ok: {
    en: 'The last pipeline of master succeeded',
    fr: [
      'Le dernier pipeline sur master a réussi',
      ...stages,
      deployed,
      released,
      built,
      ...fresh,
    ],
  },
  empty: { en: 'No pipeline yet', fr: ["Aucun pipeline pour l'instant"] },
  running: {
    en: 'A pipeline of master is running',
    fr: [
      'Un pipeline est en cours sur master',
      ...stages,
      deployed,
      'dev · master ↗ en cours il y a 2 min',
      ...fresh,
    ],
  },
  canceled: {
    en: 'The last pipeline of master: canceled',
    fr: [
      'Le dernier pipeline sur master : annulé',
      ...stages,
      deployed,
      'dev · master ↗ annulé 6 min 52 s il y a 2 h',
      ...fresh,
    ],
  },
  pipelineFailed: {
    en: 'The last pipeline of master failed',
    fr: [
      'Le dernier pipeline sur master a échoué',
      'quality réussi',
      'build échoué',
      'deploy sauté',
      'La tâche build backend a échoué ↗',
      deployed,
      released,
      'dev · master ↗ échoué 6 min 52 s il y a 40 min',
      '#48213 master ↗ réussi 6 min 52 s il y a 2 h',
      ...fresh,
    ],
  },
  mirrorFailed: {
    en: 'The mirror no longer copies the repository',
    fr: [
      'Le miroir ne copie plus le dépôt',
      ...stages,
      deployed,
      released,
      built,
      'miroir en 4f1c2d9e',
      copied,
      'Dernière erreur : The requested URL returned error: 502',
    ],
  },
  // Case 13: a mirror behind GitHub is said beside the pipeline's colour.
  mirrorBehind: {
    en: 'The mirror is 3 commits behind',
    fr: [
      'Le miroir a 3 commits de retard',
      ...stages,
      'Il manque à ce pipeline les 3 derniers commits de GitHub',
      deployed,
      released,
      built,
      'GitHub en a9b8c7d6, miroir en 4f1c2d9e',
      copied,
      "5 branches n'existent que dans le miroir : try-1, try-2, try-3 et 2 autres.",
    ],
  },
  mirrorLate: {
    en: 'The mirror has been late for 1 hr 20 min',
    fr: [
      'Le miroir est en retard depuis 1 h 20 min',
      ...stages,
      'Il manque à ce pipeline le dernier commit de GitHub',
      deployed,
      released,
      built,
      'GitHub en a9b8c7d6, miroir en 4f1c2d9e',
      'premier commit manquant il y a 1 h',
      copied,
    ],
  },
  pipelineLong: {
    en: 'A pipeline of feat/long is taking unusually long',
    fr: [
      "Un pipeline sur feat/long dure plus longtemps que d'habitude",
      ...stages,
      deployed,
      released,
      built,
      '#48200 feat/long ↗ en cours il y a 4 h',
      ...fresh,
    ],
  },
  branch: {
    en: 'The last pipeline of feat/login failed',
    fr: [
      'Le dernier pipeline sur feat/login a échoué',
      'quality réussi',
      'build échoué',
      'deploy sauté',
      'Il manque à ce pipeline le dernier commit de GitHub',
      'La tâche build backend a échoué ↗',
      'feat/login-dev : feat/login déployé il y a 3 h',
      'feat-login.example ↗',
      '#48214 feat/login ↗ échoué 6 min 52 s il y a 40 min',
      'GitHub en a9b8c7d6, miroir en 4f1c2d9e',
      copied,
    ],
  },
};

describe('GitlabCardContent', () => {
  freezeTime();

  function render(
    name: ViewName,
    language: 'fr' | 'en',
    environment: Environment = 'dev',
  ) {
    const view: GitlabView = gitlabViews[name];
    const verdict = toGitlabVerdict(
      view,
      defaultThresholds.gitlab,
      new Date(fixtureTime),
    );
    return renderContent(
      GitlabCardContent,
      { view, verdict, environment, branch: view.branch },
      language,
    );
  }

  it.each(Object.keys(lines) as ViewName[])('says in words: %s', async name => {
    const { en, fr } = lines[name];
    expect(await render(name, 'fr')).toEqual(fr);
    expect((await render(name, 'en'))[0]).toBe(en);
  });

  it('follows the environment', async () => {
    expect((await render('ok', 'fr', 'prod')).slice(0, 4)).toEqual([
      'Le dernier pipeline sur v2.118.0 a réussi',
      'deploy réussi',
      'prod : v2.118.0 déployé il y a 1 j',
      'domifa.fabrique.social.gouv.fr ↗',
    ]);
  });
});
