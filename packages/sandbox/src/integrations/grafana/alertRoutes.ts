import { Express } from 'express';
import { BadMatcher, parseMatcher } from './alertMatchers';
import { listRules, toAlert, toRuleGroups } from './grafanaAlerts';
import { GrafanaState } from './GrafanaState';
import { readList } from './readList';

/** Rules, and what fires. */
export function addAlertRoutes(app: Express, state: GrafanaState): void {
  app.get('/api/prometheus/grafana/api/v1/rules', (req, res) => {
    const now = state.now();
    const states = readList(req.query.state);
    const rules = listRules(now).filter(
      rule =>
        states.length === 0 ||
        states.includes(rule.firingSince ? 'firing' : 'inactive'),
    );
    res.json(toRuleGroups(rules, now));
  });

  app.get('/api/alertmanager/grafana/api/v2/alerts', (req, res) => {
    const now = state.now();
    try {
      const matchers = readList(req.query.filter).map(parseMatcher);
      const firing =
        req.query.active === 'false'
          ? []
          : listRules(now).filter(rule => rule.firingSince);
      res.json(
        firing
          .filter(({ labels }) => matchers.every(matches => matches(labels)))
          .map(rule => toAlert(state.url, rule, now)),
      );
    } catch (error) {
      if (!(error instanceof BadMatcher)) throw error;
      res.status(400).json({ message: error.message, traceID: '' });
    }
  });

  const toProvisioned = (rule: ReturnType<typeof listRules>[number]) => ({
    uid: rule.uid,
    orgID: 1,
    folderUID: rule.folderUid,
    ruleGroup: rule.group,
    title: rule.title,
    condition: 'A',
    data: [{ refId: 'A', model: { expr: rule.expression } }],
    noDataState: 'NoData',
    execErrState: 'Error',
    for: '5m',
    labels: rule.labels,
    annotations: rule.annotations,
    isPaused: false,
  });
  app.get('/api/v1/provisioning/alert-rules', (_req, res) => {
    res.json(listRules(state.now()).map(toProvisioned));
  });
  app.get('/api/v1/provisioning/alert-rules/:uid', (req, res) => {
    const rule = listRules(state.now()).find(
      ({ uid }) => uid === req.params.uid,
    );
    if (rule) res.json(toProvisioned(rule));
    else res.status(404).json({ message: 'could not find alert rule' });
  });
}
