import express, { RequestHandler } from 'express';
import { createEntra } from '../../azure/entra';
import { Facade, SandboxContext } from '../../kernel/Facade';
import { toPage } from '../../kernel/toPage';
import { GraphState } from './GraphState';
import { refuse } from './graphLists';
import { createGraphRoutes } from './graphRoutes';

/** Microsoft Graph, for those whom the sandbox's Entra gave a token for it, and a page for Outlook. */
export function createOffice365Facade(context: SandboxContext): Facade {
  const state = new GraphState(context);
  const app = express();
  app.disable('x-powered-by');
  app.use('/v1.0', requireToken(context), createGraphRoutes(context, state));
  app.get(['/mail', '/mail/:address'], (req, res) => {
    const { address } = req.params;
    res.type('html').send(
      toPage({
        system: 'Outlook',
        title: address ?? 'Mailboxes',
        rows: [...state.groups.list(), ...state.users.list()]
          .filter(({ mail }) => !address || mail === address)
          .map(({ mail, displayName }) => [mail, displayName]),
      }),
    );
  });
  return {
    id: 'office365',
    app,
    async start() {
      state.seed();
    },
  };
}

function requireToken(context: SandboxContext): RequestHandler {
  const entra = createEntra(context);
  return (req, res, next) => {
    const [scheme, token = ''] = (req.header('authorization') ?? '').split(' ');
    if (scheme.toLowerCase() !== 'bearer' || !token) {
      refuse(res, 401, 'InvalidAuthenticationToken', 'Access token is empty.');
    } else if (!entra.isValid(token)) {
      refuse(
        res,
        401,
        'InvalidAuthenticationToken',
        'Lifetime validation failed, the token is expired.',
      );
    } else if (readAudience(token) !== context.urls.office365) {
      refuse(
        res,
        401,
        'InvalidAuthenticationToken',
        'Access token validation failure. Invalid audience.',
      );
    } else next();
  };
}

/** For whom a token was given, which is in its second part. */
function readAudience(token: string): unknown {
  const [, payload] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return (claims as { aud?: unknown }).aud;
}
