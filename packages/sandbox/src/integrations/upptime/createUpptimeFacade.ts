import { join } from 'path';
import express, { Request, RequestHandler, Response } from 'express';
import { parse } from 'yaml';
import { GitRepository } from '../../git/GitRepository';
import { Facade, SandboxContext } from '../../kernel/Facade';
import { toPage } from '../../kernel/toPage';
import { listSites } from '../../fleet/upptimeSites';

/** The sites that the default branch of UppTime's repository names. */
async function readAddedSites(
  context: SandboxContext,
): Promise<{ name: string; url: string }[]> {
  const git = new GitRepository(
    join(context.dataDir('github'), 'SocialGouv', 'upptime.git'),
  );
  // Where GitHub is not started, there is no repository.
  if (!git.exists()) return [];
  const text = await git.readFile(await git.defaultBranch(), '.upptimerc.yml');
  const { sites = [] } = (parse(text ?? '') ?? {}) as {
    sites?: { name?: string; url?: string }[];
  };
  return sites.flatMap(({ name, url }) => (name && url ? [{ name, url }] : []));
}

/**
 * UppTime: the raw file of its repository, and its status page. Nothing can be created here, as the
 * real one is changed by commits in its repository alone.
 */
export function createUpptimeFacade(context: SandboxContext): Facade {
  const app = express();
  app.disable('x-powered-by');

  const list = async () =>
    listSites(context.now(), await readAddedSites(context));
  const answer =
    (work: (req: Request, res: Response) => Promise<void>): RequestHandler =>
    (req, res, next) => {
      work(req, res).catch(next);
    };

  app.get(
    '/SocialGouv/upptime/master/history/summary.json',
    answer(async (_req, res) => {
      // GitHub's raw host gives every file as plain text, and keeps it for five minutes.
      res
        .set('cache-control', 'max-age=300')
        .type('text/plain')
        .send(JSON.stringify(await list(), null, 2));
    }),
  );

  app.get(
    '/upptime',
    answer(async (_req, res) => {
      res.type('html').send(
        toPage({
          system: 'UppTime',
          title: 'Status',
          rows: (await list()).map(({ name, status, uptime }) => [
            name,
            `${status}, ${uptime}`,
          ]),
        }),
      );
    }),
  );

  app.get(
    '/upptime/history/:slug',
    answer(async (req, res) => {
      const site = (await list()).find(({ slug }) => slug === req.params.slug);
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
    }),
  );

  // The raw host answers so to a path that there is not.
  app.use((_req, res) => {
    res.status(404).type('text/plain').send('404: Not Found');
  });

  return { id: 'upptime', app };
}
