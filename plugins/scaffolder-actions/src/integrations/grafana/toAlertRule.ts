import { GrafanaAlertRule } from '@socialgouv/backstage-plugin-fabrique-node';

/** An alert rule that compares what Prometheus answers with a limit. */
export interface AlertWish {
  uid: string;
  title: string;
  folderUid: string;
  group: string;
  /** PromQL. */
  expression: string;
  /** It fires above. */
  above: number;
  /** How long before it fires, in Go's notation: `5m`. */
  holdFor: string;
  severity: 'warning' | 'critical';
  labels: Record<string, string>;
  summary: string;
  datasource: string;
}

/**
 * The rule as Grafana keeps it: a question, and an expression that compares. Without data nothing fires:
 * an application that was not deployed yet is no alert.
 */
export function toAlertRule(wish: AlertWish): GrafanaAlertRule {
  return {
    uid: wish.uid,
    title: wish.title,
    folderUID: wish.folderUid,
    ruleGroup: wish.group,
    condition: 'B',
    data: [
      {
        refId: 'A',
        relativeTimeRange: { from: 600, to: 0 },
        datasourceUid: wish.datasource,
        model: { refId: 'A', expr: wish.expression, instant: true },
      },
      {
        refId: 'B',
        relativeTimeRange: { from: 600, to: 0 },
        datasourceUid: '__expr__',
        model: {
          refId: 'B',
          type: 'threshold',
          expression: 'A',
          conditions: [{ evaluator: { type: 'gt', params: [wish.above] } }],
        },
      },
    ],
    noDataState: 'OK',
    execErrState: 'Error',
    for: wish.holdFor,
    labels: { ...wish.labels, severity: wish.severity },
    annotations: { summary: wish.summary },
  };
}
