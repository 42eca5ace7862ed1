import express from 'express';
import { Facade, SandboxContext } from '../../kernel/Facade';
import { addIngestRoutes } from './ingestRoutes';
import { addIssueRoutes } from './issueRoutes';
import { addProjectRoutes } from './projectRoutes';
import { answerError, createNotFound, requireToken } from './sentryHttp';
import { addSentryPages } from './sentryPages';
import { organizationSlug, SentryState, sentryToken } from './SentryState';

/**
 * Sentry: the REST API under `/api/0/`, the addresses that SDKs send to, and small pages for the
 * links into it. Seeded projects have a history that is a function of the time; what applications
 * send is kept.
 */
export function createSentryFacade(context: SandboxContext): Facade {
  const state = new SentryState(context);
  const app = express();
  app.disable('x-powered-by');
  app.set('strict routing', true);
  addIngestRoutes(app, state);
  addSentryPages(app, state);
  app.use('/api/0/', requireToken(sentryToken), express.json());
  app.all(
    /^\/api\/0\/(?:organizations|projects|teams)\/([^/]+)\//,
    (req, _res, next) => {
      const isKnown = ['1', organizationSlug].includes(req.params[0]);
      next(isKnown ? undefined : createNotFound());
    },
  );
  addProjectRoutes(app, state);
  addIssueRoutes(app, state);
  app.use((_req, _res, next) => next(createNotFound()));
  app.use(answerError);
  return {
    id: 'sentry',
    app,
    async start() {
      state.seed();
    },
  };
}
