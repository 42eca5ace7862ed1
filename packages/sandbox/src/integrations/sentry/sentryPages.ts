import { Express, Response } from 'express';
import { toPage } from '../../kernel/toPage';
import { listIssues } from './sentryIssues';
import { organizationSlug, SentryState } from './SentryState';

/** Small pages behind the links that the portal makes into Sentry. */
export function addSentryPages(app: Express, state: SentryState): void {
  const base = `/organizations/${organizationSlug}`;
  const send = (res: Response, title: string, rows: string[][]) => {
    res.type('html').send(toPage({ system: 'Sentry', title, rows }));
  };
  app.get(new RegExp(`^${base}/projects/([^/]+)/?$`), (req, res) => {
    const { 0: slug } = req.params as unknown as Record<number, string>;
    const project = state.findProject(slug);
    if (!project) {
      res.status(404);
      send(res, `Project ${slug} does not exist`, []);
      return;
    }
    const issues = listIssues(state, [project]).sort(
      (a, b) => b.lastSeen.getTime() - a.lastSeen.getTime(),
    );
    send(
      res,
      project.slug,
      issues.map(issue => [
        issue.shortId,
        `${issue.type}: ${issue.value}`,
        String(issue.count),
        issue.lastSeen.toISOString(),
      ]),
    );
  });
  app.get(new RegExp(`^${base}/issues/(\\d+)/?$`), (req, res) => {
    const { 0: id } = req.params as unknown as Record<number, string>;
    const issue = listIssues(state, state.projects.list()).find(
      each => each.id === id,
    );
    if (!issue) res.status(404);
    send(
      res,
      issue ? `${issue.type}: ${issue.value}` : 'No such issue',
      issue
        ? [
            ['Project', issue.project.slug],
            ['Where', issue.culprit],
            ['Events', String(issue.count)],
            ['First seen', issue.firstSeen.toISOString()],
            ['Last seen', issue.lastSeen.toISOString()],
          ]
        : [],
    );
  });
  app.get(new RegExp(`^${base}/(issues|releases)/`), (req, res) => {
    send(res, req.path.split('/')[3], []);
  });
}
