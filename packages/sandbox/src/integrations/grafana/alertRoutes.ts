import { Express } from 'express';
import { BadMatcher, parseMatcher } from './alertMatchers';
import { GrafanaRule, listRules, toAlert, toRuleGroups } from './grafanaAlerts';
import { GrafanaAlertRuleDocument, GrafanaState } from './GrafanaState';
import { readList } from './readList';

/** Rules, and what fires. */
export function addAlertRoutes(app: Express, state: GrafanaState): void {
  const listAll = (now: Date) => [
    ...listRules(now),
    ...state.rules.list().map(toCreatedRule),
  ];
  app.get('/api/prometheus/grafana/api/v1/rules', (req, res) => {
    const now = state.now();
    const states = readList(req.query.state);
    const rules = listAll(now).filter(
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
  const rules = '/api/v1/provisioning/alert-rules';
  const find = (uid: string) => {
    const seeded = listRules(state.now()).find(rule => rule.uid === uid);
    return state.rules.get(uid) ?? (seeded && toProvisioned(seeded));
  };
  app.get(rules, (_req, res) => {
    res.json([
      ...listRules(state.now()).map(toProvisioned),
      ...state.rules.list(),
    ]);
  });
  app.post(rules, (req, res) => {
    const rule = req.body as Partial<GrafanaAlertRuleDocument>;
    const { title, folderUID, ruleGroup, data } = rule;
    const problem =
      (!title && 'no title set') ||
      (!ruleGroup && 'no rule group set') ||
      (!data?.length && 'no queries or expressions are found') ||
      (!state.folders.some(({ uid }) => uid === folderUID) &&
        'folder does not exist');
    if (problem) {
      res.status(400).json({ message: `invalid alert rule: ${problem}` });
      return;
    }
    const uid = rule.uid ?? `r${state.rules.size + 1}`;
    if (find(uid)) {
      res.status(409).json({
        message: 'rule with the same uid already exists',
      });
      return;
    }
    const created = { ...rule, uid } as GrafanaAlertRuleDocument;
    res.status(201).json(state.rules.put(uid, created));
  });
  app.get(`${rules}/:uid`, (req, res) => {
    const rule = find(req.params.uid);
    if (rule) res.json(rule);
    else res.status(404).json({ message: 'could not find alert rule' });
  });
  app.delete(`${rules}/:uid`, (req, res) => {
    // Grafana says the same of a rule that is not there.
    state.rules.delete(req.params.uid);
    res.status(204).end();
  });
}

/** A rule that somebody created: nothing is measured here, and so it does not fire. */
function toCreatedRule(rule: GrafanaAlertRuleDocument): GrafanaRule {
  return {
    uid: rule.uid,
    title: rule.title,
    group: rule.ruleGroup,
    folderUid: rule.folderUID,
    expression: rule.data.find(({ model }) => model?.expr)?.model?.expr ?? '',
    labels: { ...rule.labels, alertname: rule.title },
    annotations: rule.annotations ?? {},
  };
}
