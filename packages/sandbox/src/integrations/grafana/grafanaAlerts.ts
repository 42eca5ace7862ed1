import { fleet } from '../../fleet/fleet';
import { toUuid } from '../../fleet/stableNoise';

const minute = 60_000;

/** An alert rule, and since when it fires. */
export interface GrafanaRule {
  uid: string;
  title: string;
  group: string;
  folderUid: string;
  expression: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  firingSince?: Date;
}

/** The two rules of every application, and how they stand now. */
export function listRules(now: Date): GrafanaRule[] {
  return fleet
    .filter(({ grafana }) => grafana)
    .flatMap(({ name, host, scenarios }) => {
      const isFiring = scenarios.includes('firing-alert');
      // Steps of five minutes, so that the same moment is told at each look.
      const anchor = Math.floor(now.getTime() / (5 * minute)) * 5 * minute;
      const rule = (
        key: string,
        title: string,
        severity: string,
        expression: string,
        summary: string,
      ): GrafanaRule => ({
        uid: `${name.slice(0, 30)}-${key}`,
        title,
        group: name,
        folderUid: 'applications',
        expression,
        labels: { component: name, severity, alertname: title },
        annotations: { summary, description: `https://${host}` },
      });
      return [
        {
          ...rule(
            'latency',
            'Temps de réponse élevé',
            'warning',
            `histogram_quantile(0.95, rate(http_duration_bucket{app="${name}"}[5m])) > 2`,
            `Le 95e centile du temps de réponse de ${name} dépasse 2 s.`,
          ),
          ...(isFiring && { firingSince: new Date(anchor - 35 * minute) }),
        },
        rule(
          'down',
          'Service indisponible',
          'critical',
          `up{app="${name}"} == 0`,
          `${name} ne répond plus.`,
        ),
      ];
    });
}

/** The rules as `GET …/api/v1/rules` gives them. */
export function toRuleGroups(rules: GrafanaRule[], now: Date): object {
  const groups = [...new Set(rules.map(({ group }) => group))];
  const firing = rules.filter(rule => rule.firingSince).length;
  const evaluation = {
    lastEvaluation: new Date(
      Math.floor(now.getTime() / minute) * minute,
    ).toISOString(),
    evaluationTime: 0.004,
  };
  return {
    status: 'success',
    data: {
      groups: groups.map(name => ({
        name,
        file: 'Applications',
        folderUid: 'applications',
        interval: 60,
        ...evaluation,
        rules: rules
          .filter(({ group }) => group === name)
          .map(rule => ({
            uid: rule.uid,
            name: rule.title,
            folderUid: rule.folderUid,
            state: rule.firingSince ? 'firing' : 'inactive',
            query: rule.expression,
            duration: 300,
            labels: rule.labels,
            annotations: rule.annotations,
            health: 'ok',
            type: 'alerting',
            isPaused: false,
            ...evaluation,
            ...(rule.firingSince && {
              activeAt: rule.firingSince.toISOString(),
              alerts: [
                {
                  labels: rule.labels,
                  annotations: rule.annotations,
                  state: 'Alerting',
                  activeAt: rule.firingSince.toISOString(),
                  value: '2.81',
                },
              ],
            }),
          })),
      })),
      totals: {
        ...(firing > 0 && { firing }),
        inactive: rules.length - firing,
      },
    },
  };
}

/** A firing rule as the Alertmanager tells it. */
export function toAlert(url: string, rule: GrafanaRule, now: Date): object {
  return {
    annotations: rule.annotations,
    endsAt: new Date(now.getTime() + 4 * minute).toISOString(),
    fingerprint: toUuid('alert', rule.uid).replace(/-/g, '').slice(0, 16),
    receivers: [{ name: 'grafana-default-email' }],
    startsAt: rule.firingSince?.toISOString(),
    status: { inhibitedBy: [], silencedBy: [], state: 'active' },
    updatedAt: now.toISOString(),
    generatorURL: `${url}/alerting/grafana/${rule.uid}/view?orgId=1`,
    labels: { ...rule.labels, grafana_folder: 'Applications' },
  };
}
