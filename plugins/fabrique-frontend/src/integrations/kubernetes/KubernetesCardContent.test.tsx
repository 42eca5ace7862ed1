import {
  createVerdict,
  defaultThresholds,
  toKubernetesVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { renderContent } from '../../__testUtils__/renderContent';
import { fixtureTime } from '../../__fixtures__/series';
import { kubernetesViews } from './__fixtures__/views';
import { KubernetesCardContent } from './KubernetesCardContent';

type ViewName = keyof typeof kubernetesViews;

/** French whole; English whole once, and then the sentence that differs. */
const lines: Record<ViewName, { en: string[]; fr: string[] }> = {
  ok: {
    en: [
      'All instances are ready',
      '4 of 4 instances ready',
      'cluster prod2',
      'namespace domifa',
      'domifa.fabrique.social.gouv.fr ↗',
      'logs in Loki ↗',
      'domifa-backend ↗ 2.118.0 2/2 ready 1 day ago harbor.example/domifa/backend:2.118.0',
      'domifa-frontend 2.118.0 2/2 ready',
      'domifa-nightly last success 8 hr ago',
    ],
    fr: [
      'Toutes les instances sont prêtes',
      'instances prêtes : 4 sur 4',
      'cluster prod2',
      'namespace domifa',
      'domifa.fabrique.social.gouv.fr ↗',
      'journaux dans Loki ↗',
      'domifa-backend ↗ 2.118.0 2/2 prêtes il y a 1 j harbor.example/domifa/backend:2.118.0',
      'domifa-frontend 2.118.0 2/2 prêtes',
      'domifa-nightly dernier succès il y a 8 h',
    ],
  },
  empty: {
    en: ['Nothing runs in this environment'],
    fr: ['Rien ne tourne dans cet environnement', 'cluster prod2'],
  },
  noneReady: {
    en: ['None of the 2 instances of domifa-backend is ready'],
    fr: [
      "Aucune des 2 instances de « domifa-backend » n'est prête",
      'instances prêtes : 2 sur 4',
      'cluster prod2',
      'namespace domifa',
      'domifa.fabrique.social.gouv.fr ↗',
      'journaux dans Loki ↗',
      "domifa-backend-6c9-x2x s'arrête sans cesse 14 redémarrages CrashLoopBackOff · back-off 5m0s restarting failed container=app",
      'domifa-backend ↗ 2.118.0 0/2 prêtes il y a 1 j harbor.example/domifa/backend:2.118.0',
      'domifa-frontend 2.118.0 2/2 prêtes',
      'domifa-nightly dernier succès il y a 8 h',
    ],
  },
  fewerReady: {
    en: ['Only 1 of 2 instances of domifa-backend is ready'],
    fr: [
      'Seulement 1 instance de « domifa-backend » sur 2 est prête',
      'instances prêtes : 3 sur 4',
      'cluster prod2',
      'namespace domifa',
      'domifa.fabrique.social.gouv.fr ↗',
      'journaux dans Loki ↗',
      "domifa-backend-6c9-x2x s'arrête sans cesse 14 redémarrages CrashLoopBackOff · back-off 5m0s restarting failed container=app",
      'domifa-backend ↗ 2.118.0 1/2 prêtes il y a 1 j harbor.example/domifa/backend:2.118.0',
      'domifa-frontend 2.118.0 2/2 prêtes',
      'domifa-nightly dernier succès il y a 8 h',
    ],
  },
  rolloutStuck: {
    en: ['The rollout of domifa-backend has been stuck for 25 min'],
    fr: [
      'Le déploiement de « domifa-backend » est bloqué depuis 25 min',
      'instances prêtes : 4 sur 4',
      'cluster prod2',
      'namespace domifa',
      'domifa.fabrique.social.gouv.fr ↗',
      'journaux dans Loki ↗',
      'domifa-backend ↗ 2.118.0 2/2 prêtes il y a 1 j harbor.example/domifa/backend:2.118.0',
      'domifa-frontend 2.118.0 2/2 prêtes',
      'domifa-nightly dernier succès il y a 8 h',
    ],
  },
  restarts: {
    en: ['7 restarts of domifa-backend within an hour'],
    fr: [
      '7 redémarrages de « domifa-backend » en une heure',
      'instances prêtes : 4 sur 4',
      'cluster prod2',
      'namespace domifa',
      'domifa.fabrique.social.gouv.fr ↗',
      'journaux dans Loki ↗',
      'domifa-backend ↗ 2.118.0 2/2 prêtes 7 redémarrages en 1 h il y a 1 j harbor.example/domifa/backend:2.118.0',
      'domifa-frontend 2.118.0 2/2 prêtes',
      'domifa-nightly dernier succès il y a 8 h',
    ],
  },
  outOfMemory: {
    en: ['The pod domifa-backend-6c9-x2x ran out of memory'],
    fr: [
      'Le pod domifa-backend-6c9-x2x a manqué de mémoire',
      'instances prêtes : 4 sur 4',
      'cluster prod2',
      'namespace domifa',
      'domifa.fabrique.social.gouv.fr ↗',
      'journaux dans Loki ↗',
      'domifa-backend-6c9-x2x a manqué de mémoire 14 redémarrages OOMKilled · back-off 5m0s restarting failed container=app',
      'domifa-backend ↗ 2.118.0 2/2 prêtes il y a 1 j harbor.example/domifa/backend:2.118.0',
      'domifa-frontend 2.118.0 2/2 prêtes',
      'domifa-nightly dernier succès il y a 8 h',
    ],
  },
  cronJobFailed: {
    en: ['The last run of the scheduled job domifa-nightly failed'],
    fr: [
      'La dernière exécution de la tâche planifiée domifa-nightly a échoué',
      'instances prêtes : 4 sur 4',
      'cluster prod2',
      'namespace domifa',
      'domifa.fabrique.social.gouv.fr ↗',
      'journaux dans Loki ↗',
      'domifa-nightly dernière exécution en échec dernier succès il y a 2 j',
      'domifa-backend ↗ 2.118.0 2/2 prêtes il y a 1 j harbor.example/domifa/backend:2.118.0',
      'domifa-frontend 2.118.0 2/2 prêtes',
    ],
  },
  otherPods: {
    en: ['Nothing runs in this environment'],
    fr: [
      'Rien ne tourne dans cet environnement',
      'cluster prod2',
      'a.example ↗',
      'b.example ↗',
      'et 1 autre adresse',
      'journaux dans Loki ↗',
      'domifa-1 image introuvable ErrImagePull',
      'domifa-1 pas de place dans le cluster Unschedulable',
      'domifa-1 ne répond pas à la sonde de disponibilité NotReady',
      'domifa-1 Odd',
      'domifa-nightly suspendue dernier succès il y a 8 h',
    ],
  },
  unreadable: {
    en: ['All instances are ready'],
    fr: [
      'Toutes les instances sont prêtes',
      'instances prêtes : 4 sur 4',
      'cluster prod2',
      'namespace domifa',
      'domifa.fabrique.social.gouv.fr ↗',
      'journaux dans Loki ↗',
      'domifa-backend ↗ 2.118.0 2/2 prêtes il y a 1 j harbor.example/domifa/backend:2.118.0',
      'domifa-frontend 2.118.0 2/2 prêtes',
      'domifa-nightly dernier succès il y a 8 h',
      "Le portail n'a pas le droit de lire les objets CronJob dans le cluster prod2.",
    ],
  },
};

describe('KubernetesCardContent', () => {
  freezeTime();

  function render(name: ViewName, language: 'fr' | 'en') {
    const view = kubernetesViews[name];
    const verdict = toKubernetesVerdict(
      view,
      defaultThresholds.kubernetes,
      new Date(fixtureTime),
    );
    return renderContent(KubernetesCardContent, { view, verdict }, language);
  }

  it.each(Object.keys(lines) as ViewName[])('says in words: %s', async name => {
    const { en, fr } = lines[name];
    expect(await render(name, 'fr')).toEqual(fr);
    expect((await render(name, 'en')).slice(0, en.length)).toEqual(en);
  });

  it('says of a review branch that nothing runs for it', async () => {
    const { empty } = kubernetesViews;
    const props = { view: empty, verdict: createVerdict([]), branch: 'feat/x' };
    expect((await renderContent(KubernetesCardContent, props, 'fr'))[0]).toBe(
      'Rien ne tourne pour cette branche',
    );
  });
});
