import express, { Request, Response } from 'express';
import { addDays } from '../../fleet/series';
import { Facade, SandboxContext } from '../../kernel/Facade';
import { toPage } from '../../kernel/toPage';
import { answerMatomoApi, toMatomoParams } from './answerMatomoApi';
import { MatomoParams } from './matomoMethods';
import { countVisits } from './matomoReports';
import { MatomoState, matomoToken } from './MatomoState';
import { addTrackingRoutes } from './trackingRoutes';

/**
 * Matomo 5: its reporting API behind `index.php`, and the tracker that pages report to. Seeded sites
 * have a history that is a function of the time; sites that are created start at zero and count.
 */
export function createMatomoFacade(context: SandboxContext): Facade {
  const state = new MatomoState(context);
  const app = express();
  app.disable('x-powered-by');
  addTrackingRoutes(app, state);
  app.use(express.text({ type: () => true, limit: '1mb' }));
  app.all(['/', '/index.php'], (req, res) => answer(state, req, res));
  return {
    id: 'matomo',
    app,
    async start() {
      state.seed();
    },
  };
}

function answer(state: MatomoState, req: Request, res: Response): void {
  const query = new URLSearchParams(req.originalUrl.split('?')[1]);
  const body = new URLSearchParams(
    typeof req.body === 'string' ? req.body : '',
  );
  const params: MatomoParams = {
    ...toMatomoParams(query),
    ...toMatomoParams(body),
  };
  if (params.module !== 'API') {
    sendPage(state, params, res);
    return;
  }
  // Neither `Authorization` nor a token in the address authenticates: an address ends up in logs.
  const token = body.get('token_auth') ?? undefined;
  if (query.has('token_auth') || (token && token !== matomoToken)) {
    sendUnauthorized(res);
    return;
  }
  if (!token) {
    res.json({
      result: 'error',
      message:
        "You can't access this resource as it requires 'view' access for at least one website.",
    });
    return;
  }
  res.json(answerMatomoApi(state, params));
}

/** A page of HTML, whatever `format` says. */
function sendUnauthorized(res: Response): void {
  res
    .status(401)
    .type('html')
    .send(
      toPage({
        system: 'Matomo',
        title: 'Error',
        rows: [
          [
            'Unable to authenticate with the provided token. It is either invalid or expired.',
          ],
        ],
      }),
    );
}

function sendPage(
  state: MatomoState,
  params: MatomoParams,
  res: Response,
): void {
  const site = state.sites.get(String(params.idSite ?? ''));
  const { today } = state;
  const days = Array.from({ length: 14 }, (_, back) => addDays(today, -back));
  res.type('html').send(
    site
      ? toPage({
          system: 'Matomo',
          title: site.name,
          rows: days.map(day => [
            day,
            `${countVisits(state, site.idsite, [day])} visits`,
          ]),
        })
      : toPage({
          system: 'Matomo',
          title: 'Websites',
          rows: state.sites
            .list()
            .map(({ idsite, name, main_url }) => [
              String(idsite),
              name,
              main_url,
            ]),
        }),
  );
}
