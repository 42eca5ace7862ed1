import {
  createVerdict,
  Verdict,
  VerdictReason,
  VerdictWords,
} from '../verdict';
import { AnnotationDefinition } from '../annotation';

/**
 * Links an entity to its Grafana dashboards, as the community Grafana plugin does.
 *
 * @public
 */
export const grafanaAnnotation: AnnotationDefinition = {
  name: 'grafana/dashboard-selector',
  title: { en: 'Grafana dashboards', fr: 'Tableaux de bord Grafana' },
  description: {
    en: "Tag of the Grafana dashboards, or several tags joined by `&&` and `||`: `tags @> 'domifa' && tags @> 'api'`. A single tag is the value of the label `component` of the alert rules, too.",
    fr: "Étiquette des tableaux de bord Grafana, ou plusieurs, reliées par `&&` et `||` : `tags @> 'domifa' && tags @> 'api'`. Une étiquette seule est aussi la valeur du label `component` des règles d'alerte.",
  },
  pattern:
    "[A-Za-z0-9][A-Za-z0-9 _.:-]*|tags @> '[^']+'( *(&&|\\|\\|) *tags @> '[^']+')*",
  example: 'domifa',
  perEnvironment: true,
};

/**
 * Which alerts are those of the entity, as the community Grafana plugin has it.
 *
 * @public
 */
export const grafanaAlertSelectorAnnotation: AnnotationDefinition = {
  name: 'grafana/alert-label-selector',
  title: { en: 'Grafana alerts', fr: 'Alertes Grafana' },
  description: {
    en: 'Labels of the alert rules of the application, all of which must match. Without it, `component=` and the tag of the dashboards.',
    fr: "Labels des règles d'alerte de l'application, qui doivent tous correspondre. Sans elle, `component=` et l'étiquette des tableaux de bord.",
  },
  pattern: '[A-Za-z_][A-Za-z0-9_]*=[^,=]+(,[A-Za-z_][A-Za-z0-9_]*=[^,=]+)*',
  example: 'component=domifa',
  perEnvironment: true,
};

/**
 * The dashboard to open first, as the community Grafana plugin has it.
 *
 * @public
 */
export const grafanaOverviewDashboardAnnotation: AnnotationDefinition = {
  name: 'grafana/overview-dashboard',
  title: { en: 'Grafana overview', fr: "Vue d'ensemble Grafana" },
  description: {
    en: "Address of the dashboard to open first, on the portal's Grafana.",
    fr: 'Adresse du tableau de bord à ouvrir en premier, sur le Grafana du portail.',
  },
  pattern: 'https?://\\S+',
  example: 'https://grafana.fabrique.social.gouv.fr/d/domifa-app',
  perEnvironment: true,
};

/**
 * A firing alert of this component.
 *
 * @public
 */
export interface GrafanaAlert {
  name: string;
  /** The label `severity` of the rule, as written. */
  severity?: string;
  summary?: string;
  startedAt: string;
  url: string;
}

/**
 * Dashboards and alerts of an entity.
 *
 * @public
 */
export interface GrafanaView {
  selector: string;
  /**
   * Ten at most, opened for the environment; `dashboardCount` is that of all, `complete` false when
   * even that is a lower bound.
   */
  dashboards: { title: string; folder?: string; url: string }[];
  dashboardCount: number;
  complete: boolean;
  /** The dashboard to open first. */
  overviewUrl?: string;
  /** Of this component, without those that say that they are of another environment. */
  firingAlerts: GrafanaAlert[];
  /** What runs in the environment, where `fabrique.grafana` says how it is found. */
  links: { rel: 'pods' | 'workloads' | 'logs'; url: string }[];
}

/**
 * When alerts are a problem.
 *
 * @public
 */
export interface GrafanaThresholds {
  /** Values of the label `severity` that make a firing alert a problem. */
  criticalSeverities: string[];
}

/**
 * Defaults of {@link GrafanaThresholds}.
 *
 * @public
 */
export const defaultGrafanaThresholds: GrafanaThresholds = {
  criticalSeverities: ['critical'],
};

/**
 * Judges the alerts of an entity.
 *
 * @public
 */
export function toGrafanaVerdict(
  view: GrafanaView,
  thresholds: GrafanaThresholds,
): Verdict {
  const reasons: VerdictReason[] = [];
  for (const alert of view.firingAlerts) {
    const critical = thresholds.criticalSeverities.includes(
      alert.severity ?? '',
    );
    reasons.push({
      level: critical ? 'problem' : 'attention',
      key: critical ? 'grafana.criticalAlert' : 'grafana.alert',
      params: { name: alert.name },
    });
  }
  return createVerdict(reasons);
}

/**
 * Name of the service, and the sentences of {@link toGrafanaVerdict}.
 *
 * @public
 */
export const grafanaVerdictWords = {
  title: 'Grafana',
  reason: {
    criticalAlert: 'critical alert: {{name}}',
    alert: 'alert: {{name}}',
  },
} as const satisfies VerdictWords;

/**
 * French of {@link grafanaVerdictWords}.
 *
 * @public
 */
export const frGrafanaVerdictWords = {
  title: 'Grafana',
  reason: {
    criticalAlert: 'alerte critique : {{name}}',
    alert: 'alerte : {{name}}',
  },
} satisfies VerdictWords<keyof typeof grafanaVerdictWords.reason>;
