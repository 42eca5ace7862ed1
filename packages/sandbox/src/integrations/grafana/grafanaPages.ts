import { Express } from 'express';
import { toPage } from '../../kernel/toPage';
import { listRules } from './grafanaAlerts';
import { GrafanaState } from './GrafanaState';

/** Small pages behind the links that the portal makes into Grafana. */
export function addGrafanaPages(app: Express, state: GrafanaState): void {
  const page = (title: string, rows: string[][]) =>
    toPage({ system: 'Grafana', title, rows });

  app.get(['/d/:uid', '/d/:uid/:slug'], (req, res) => {
    const dashboard = state.findDashboard(req.params.uid);
    const variables = Object.entries(req.query).filter(([name]) =>
      name.startsWith('var-'),
    );
    res
      .status(dashboard ? 200 : 404)
      .type('html')
      .send(
        page(dashboard?.title ?? 'Dashboard not found', [
          ['Tags', dashboard?.tags.join(', ') ?? ''],
          ...variables.map(([name, value]) => [name.slice(4), String(value)]),
        ]),
      );
  });
  app.get(
    ['/', '/dashboards', '/dashboards/f/:uid', '/dashboards/f/:uid/:slug'],
    (_req, res) => {
      res.type('html').send(
        page(
          'Dashboards',
          state.dashboards.map(({ title, tags }) => [title, tags.join(', ')]),
        ),
      );
    },
  );
  app.get(/^\/alerting\//, (req, res) => {
    const rules = listRules(state.now());
    const [, uid] = /^\/alerting\/grafana\/([^/]+)/.exec(req.path) ?? [];
    const shown = rules.filter(rule => !uid || rule.uid === uid);
    res.type('html').send(
      page(
        'Alert rules',
        shown.map(({ title, labels, firingSince }) => [
          labels.component,
          title,
          firingSince ? `Firing since ${firingSince.toISOString()}` : 'Normal',
        ]),
      ),
    );
  });
  app.get('/explore', (req, res) => {
    res.type('html').send(page('Explore', [[String(req.query.left ?? '')]]));
  });
}
