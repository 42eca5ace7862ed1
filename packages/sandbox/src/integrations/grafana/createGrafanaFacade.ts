import express, { Express, NextFunction, Request, Response } from 'express';
import { Facade, SandboxContext } from '../../kernel/Facade';
import { addAlertRoutes } from './alertRoutes';
import { addDashboardRoutes } from './dashboardRoutes';
import { addGrafanaPages } from './grafanaPages';
import { GrafanaState, grafanaToken } from './GrafanaState';

/**
 * Grafana: dashboards, folders and alerts over its HTTP API, and small pages for the links. Every
 * application that a pipeline deploys gets two dashboards.
 */
export function createGrafanaFacade(context: SandboxContext): Facade {
  const state = new GrafanaState(context);
  const app = express();
  app.disable('x-powered-by');
  app.get('/api/health', (_req, res) => {
    res.json({ commit: 'e0e8b4c4', database: 'ok', version: '12.2.1' });
  });
  app.use('/api/', requireToken, express.json());
  addDashboardRoutes(app, state);
  addAlertRoutes(app, state);
  addGrafanaPages(app, state);
  answerTheRest(app);
  return { id: 'grafana', app };
}

function requireToken(req: Request, res: Response, next: NextFunction): void {
  const given = req.header('authorization');
  if (given === `Bearer ${grafanaToken}`) {
    next();
    return;
  }
  res.status(401).json(
    given
      ? {
          extra: null,
          message: 'Invalid API key',
          messageId: 'api-key.invalid',
          statusCode: 401,
          traceID: '',
        }
      : {
          extra: null,
          message: 'Unauthorized',
          messageId: 'auth.unauthorized',
          statusCode: 401,
          traceID: '',
        },
  );
}

function answerTheRest(app: Express): void {
  app.use((_req, res) => {
    res.status(404).json({ message: 'Not found' });
  });
  app.use(
    (error: unknown, _req: Request, res: Response, _next: NextFunction) => {
      const isBadJson = error instanceof SyntaxError;
      res
        .status(isBadJson ? 400 : 500)
        .json({ message: isBadJson ? 'bad request data' : 'Internal error' });
    },
  );
}
