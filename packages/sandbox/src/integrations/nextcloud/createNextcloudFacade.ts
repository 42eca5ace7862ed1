import express, { NextFunction, Request, Response } from 'express';
import { Facade, SandboxContext } from '../../kernel/Facade';
import { toPage } from '../../kernel/toPage';
import { createDavRoutes } from './davRoutes';
import { nextcloudAccount, NextcloudState } from './NextcloudState';
import { createShareRoutes, createTeamFolderRoutes, send } from './ocsRoutes';
import { toDavError } from './propfind';

/** NextCloud: WebDAV, the two forms of OCS, and pages in place of its own. */
export function createNextcloudFacade(context: SandboxContext): Facade {
  const state = new NextcloudState(context);
  const app = express();
  app.disable('x-powered-by');
  app.use(['/remote.php', '/ocs', '/index.php'], authenticate);
  app.use(
    `/remote.php/dav/files/${nextcloudAccount.user}`,
    createDavRoutes(state),
  );
  app.use(
    '/ocs/v2.php/apps/files_sharing/api/v1',
    requireOcs,
    createShareRoutes(state),
  );
  app.use(
    '/index.php/apps/groupfolders',
    requireOcs,
    createTeamFolderRoutes(state),
  );

  app.get('/f/:id', (req, res) => {
    const node = state.nodes
      .list()
      .find(({ id }) => String(id) === req.params.id);
    res.redirect(
      `/apps/files/?dir=${encodeURIComponent(`/${node?.path ?? ''}`)}`,
    );
  });
  app.get('/apps/files', (req, res) => {
    const path = String(req.query.dir ?? '').replace(/^\/+|\/+$/g, '');
    res.type('html').send(
      toPage({
        system: 'NextCloud',
        title: path || 'Files',
        rows: state
          .listChildren(path)
          .map(node => [node.path.split('/').at(-1)!, node.modifiedAt]),
      }),
    );
  });
  return {
    id: 'nextcloud',
    app,
    async start() {
      state.seed();
    },
  };
}

/** A wrong password is refused on every path, in the form of each. */
function authenticate(req: Request, res: Response, next: NextFunction): void {
  const { user, password } = nextcloudAccount;
  const expected = Buffer.from(`${user}:${password}`).toString('base64');
  if (req.header('authorization') === `Basic ${expected}`) {
    next();
    return;
  }
  res.status(401).set('www-authenticate', 'Basic realm="Nextcloud"');
  if (req.baseUrl === '/remote.php') {
    res
      .type('application/xml')
      .send(
        toDavError(
          'NotAuthenticated',
          'No public access to this resource., Username or password was incorrect',
        ),
      );
  } else {
    send(res, 997, [], 'Current user is not logged in', 401);
  }
}

/** Against forged requests of browsers, NextCloud wants a header that only programs send. */
function requireOcs(req: Request, res: Response, next: NextFunction): void {
  if (req.header('ocs-apirequest') === 'true') next();
  else res.status(412).json({ message: 'CSRF check failed' });
}
