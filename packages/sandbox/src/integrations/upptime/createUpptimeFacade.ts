import express from 'express';
import { Facade, SandboxContext } from '../../kernel/Facade';
import { toPage } from '../../kernel/toPage';
import { listSites } from '../../fleet/upptimeSites';

/**
 * UppTime: the raw file of its repository, and its status page. Nothing can be created here, as the
 * real one is changed by commits in its repository alone.
 */
export function createUpptimeFacade(context: SandboxContext): Facade {
  const app = express();
  app.disable('x-powered-by');

  app.get('/SocialGouv/upptime/master/history/summary.json', (_req, res) => {
    // GitHub's raw host gives every file as plain text, and keeps it for five minutes.
    res
      .set('cache-control', 'max-age=300')
      .type('text/plain')
      .send(JSON.stringify(listSites(context.now()), null, 2));
  });

  app.get('/upptime', (_req, res) => {
    res.type('html').send(
      toPage({
        system: 'UppTime',
        title: 'Status',
        rows: listSites(context.now()).map(({ name, status, uptime }) => [
          name,
          `${status}, ${uptime}`,
        ]),
      }),
    );
  });

  app.get('/upptime/history/:slug', (req, res) => {
    const site = listSites(context.now()).find(
      ({ slug }) => slug === req.params.slug,
    );
    res
      .status(site ? 200 : 404)
      .type('html')
      .send(
        toPage({
          system: 'UppTime',
          title: site?.name ?? 'Site not found',
          rows: site
            ? [
                ['Address', site.url],
                ['Status', site.status],
                ['Uptime', site.uptime],
                ['Response time', `${site.time} ms`],
              ]
            : [],
        }),
      );
  });

  // The raw host answers so to a path that there is not.
  app.use((_req, res) => {
    res.status(404).type('text/plain').send('404: Not Found');
  });

  return { id: 'upptime', app };
}
