import express, { ErrorRequestHandler } from 'express';
import { z } from 'zod/v4';
import { Facade, SandboxContext } from '../../kernel/Facade';
import { toPage } from '../../kernel/toPage';
import { createSettingsRoutes } from './settingsRoutes';
import { createStatisticsRoutes } from './statisticsRoutes';
import { tipimailAccount, TipimailState } from './TipimailState';

const message = z.object({
  to: z.array(z.object({ address: z.string() })).min(1),
  msg: z.object({
    from: z.object({ address: z.string() }),
    subject: z.string().default(''),
  }),
});

/**
 * Tipimail: its API, version 1, and a page in place of its application. Seeded senders have a history
 * that is a function of the time; what is sent here is counted.
 */
export function createTipimailFacade(context: SandboxContext): Facade {
  const state = new TipimailState(context);
  const app = express();
  app.disable('x-powered-by');
  app.get('/', (_req, res) => {
    res.type('html').send(
      toPage({
        system: 'Tipimail',
        title: 'Domains',
        rows: state.domains
          .list()
          .map(({ sending, verifiedDkim, verifiedSpf }) => [
            sending,
            `DKIM ${verifiedDkim ? 'verified' : 'not verified'}`,
            `SPF ${verifiedSpf ? 'verified' : 'not verified'}`,
          ]),
      }),
    );
  });

  const api = express.Router();
  api.use((req, res, next) => {
    const isKnown =
      req.header('x-tipimail-apiuser') === tipimailAccount.apiUser &&
      [
        tipimailAccount.apiKey,
        ...state.apiKeys.list().map(({ key }) => key),
      ].includes(req.header('x-tipimail-apikey') ?? '');
    if (isKnown) next();
    else res.status(401).json({ error: 'No valid API key provided' });
  });
  api.use(express.json({ limit: '10mb' }));
  api.use('/settings', createSettingsRoutes(state));
  api.use('/statistics', createStatisticsRoutes(state));
  api.post('/messages/send', (req, res) => {
    const { to, msg } = message.parse(req.body);
    const returned = new Set(
      state.messages
        .list()
        .filter(({ state: became }) => became === 'hardbounced')
        .map(sent => sent.to),
    );
    for (const { address } of to) {
      const id = `${state.messages.size + 1}`;
      state.messages.put(id, {
        id,
        from: msg.from.address.toLowerCase(),
        to: address,
        subject: msg.subject,
        at: state.now().toISOString(),
        state: toMessageState(address, returned),
      });
    }
    res.json({ status: 'success' });
  });
  app.use('/v1', api);

  const onError: ErrorRequestHandler = (error, _req, res, next) => {
    if (error instanceof z.ZodError)
      res.status(400).json({ error: z.prettifyError(error) });
    else next(error);
  };
  app.use(onError);
  return {
    id: 'tipimail',
    app,
    async start() {
      state.seed();
    },
  };
}

/** Nobody has an address below `.invalid`; who has none is not written to again. */
function toMessageState(address: string, returned: Set<string>) {
  if (returned.has(address)) return 'rejected';
  return address.endsWith('.invalid') ? 'hardbounced' : 'delivered';
}
