import { createVerdict, Verdict, VerdictReason } from '../verdict';
import { VerdictWords } from '../verdictWords';
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
    en: 'Tag of the Grafana dashboards and the value of the label `component` of the alert rules.',
    fr: "Étiquette des tableaux de bord Grafana, et valeur du label `component` des règles d'alerte.",
  },
  pattern: '[A-Za-z0-9][A-Za-z0-9 _.:-]*',
  example: 'domifa',
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
  /** Ten at most; `dashboardCount` is that of all, `complete` false when even that is a lower bound. */
  dashboards: { title: string; folder?: string; url: string }[];
  dashboardCount: number;
  complete: boolean;
  firingAlerts: GrafanaAlert[];
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
