import {
  defaultThresholds,
  toGrafanaVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { renderContent } from '../../__testUtils__/renderContent';
import { grafanaViews } from './__fixtures__/views';
import { GrafanaCardContent } from './GrafanaCardContent';

type ViewName = keyof typeof grafanaViews;

/** French whole; English whole once, and then the sentence that differs. */
const lines: Record<ViewName, { en: string[]; fr: string[] }> = {
  ok: {
    en: [
      'No alert',
      '2 dashboards',
      'overview ↗',
      'pods ↗',
      'workloads ↗',
      'logs ↗',
      'Domifa – overview ↗ Applications',
      'Domifa – Postgres ↗',
    ],
    fr: [
      'Aucune alerte',
      '2 tableaux de bord',
      "vue d'ensemble ↗",
      'pods ↗',
      'charges de travail ↗',
      'journaux ↗',
      'Domifa – overview ↗ Applications',
      'Domifa – Postgres ↗',
    ],
  },
  empty: {
    en: ['No alert'],
    fr: ['Aucune alerte', "aucun tableau de bord ne porte l'étiquette domifa"],
  },
  many: {
    en: ['No alert'],
    fr: [
      'Aucune alerte',
      'au moins 100 tableaux de bord',
      "vue d'ensemble ↗",
      'pods ↗',
      'charges de travail ↗',
      'journaux ↗',
      'Domifa – overview ↗ Applications',
      'Domifa – Postgres ↗',
      'Affichage de 2 sur au moins 100',
    ],
  },
  alert: {
    en: ['Alert: PodCpuThrottled'],
    fr: [
      'Alerte : PodCpuThrottled',
      'The backend is short of CPU ↗ warning il y a 40 min',
      '2 tableaux de bord',
      "vue d'ensemble ↗",
      'pods ↗',
      'charges de travail ↗',
      'journaux ↗',
      'Domifa – overview ↗ Applications',
      'Domifa – Postgres ↗',
    ],
  },
  criticalAlert: {
    en: ['Critical alert: DiskAlmostFull'],
    fr: [
      'Alerte critique : DiskAlmostFull',
      'Alerte : PodCpuThrottled',
      'DiskAlmostFull ↗ critical il y a 10 min',
      'The backend is short of CPU ↗ warning il y a 40 min',
      '2 tableaux de bord',
      "vue d'ensemble ↗",
      'pods ↗',
      'charges de travail ↗',
      'journaux ↗',
      'Domifa – overview ↗ Applications',
      'Domifa – Postgres ↗',
    ],
  },
};

describe('GrafanaCardContent', () => {
  freezeTime();

  function render(name: ViewName, language: 'fr' | 'en') {
    const view = grafanaViews[name];
    const verdict = toGrafanaVerdict(view, defaultThresholds.grafana);
    return renderContent(GrafanaCardContent, { view, verdict }, language);
  }

  it.each(Object.keys(lines) as ViewName[])('says in words: %s', async name => {
    const { en, fr } = lines[name];
    expect(await render(name, 'fr')).toEqual(fr);
    expect((await render(name, 'en')).slice(0, en.length)).toEqual(en);
  });
});
