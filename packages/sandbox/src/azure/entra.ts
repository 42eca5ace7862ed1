import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'crypto';
import express, { Response, Router } from 'express';
import { SandboxContext } from '../kernel/Facade';
import { identity } from './identity';

const lifetimeSeconds = 3599;

/** The sign-in service, and the check of the tokens it gave. */
export interface Entra {
  router: Router;
  /** Whether the token is ours, still good, and for this service; tokens stay good over a restart. */
  isValid(token: string, audience?: string): boolean;
}

/** Answers what `ClientSecretCredential` asks of Microsoft Entra. */
export function createEntra(context: SandboxContext): Entra {
  const store = context.documents<{ key: string }>('azure-token-key');
  const { key } =
    store.get('key') ??
    store.put('key', { key: randomBytes(32).toString('hex') });
  const sign = (content: string) =>
    createHmac('sha256', key).update(content).digest('base64url');
  const encode = (part: object) =>
    Buffer.from(JSON.stringify(part)).toString('base64url');
  const base = context.urls.azure;

  const issue = (audience: string) => {
    const seconds = Math.floor(context.now().getTime() / 1000);
    const content = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode({
      aud: audience,
      iss: `${base}/${identity.tenantId}/v2.0`,
      iat: seconds,
      nbf: seconds,
      exp: seconds + lifetimeSeconds,
      appid: identity.clientId,
      tid: identity.tenantId,
    })}`;
    return `${content}.${sign(content)}`;
  };

  const router = Router();
  router.get(['/:tenant/v2.0/.well-known/openid-configuration'], (req, res) => {
    const { tenant } = req.params;
    if (tenant !== identity.tenantId) {
      refuse(context, res, 400, 'invalid_tenant', unknownTenant(tenant));
      return;
    }
    res.json({
      token_endpoint: `${base}/${tenant}/oauth2/v2.0/token`,
      token_endpoint_auth_methods_supported: ['client_secret_post'],
      issuer: `${base}/${tenant}/v2.0`,
      authorization_endpoint: `${base}/${tenant}/oauth2/v2.0/authorize`,
      jwks_uri: `${base}/${tenant}/discovery/v2.0/keys`,
      response_types_supported: ['code'],
      scopes_supported: ['openid'],
    });
  });
  router.post(
    '/:tenant/oauth2/v2.0/token',
    express.urlencoded({ extended: false }),
    (req, res) => {
      const form = req.body as Record<string, string | undefined>;
      const { tenant } = req.params;
      if (tenant !== identity.tenantId)
        refuse(context, res, 400, 'invalid_request', unknownTenant(tenant));
      else if (form.grant_type !== 'client_credentials')
        refuse(context, res, 400, 'unsupported_grant_type', [
          70003,
          `The app requested an unsupported grant type '${form.grant_type}'.`,
        ]);
      else if (form.client_id !== identity.clientId)
        refuse(context, res, 400, 'unauthorized_client', [
          700016,
          `Application with identifier '${form.client_id}' was not found in the directory 'Fabrique'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
        ]);
      else if (form.client_secret !== identity.clientSecret)
        refuse(context, res, 401, 'invalid_client', [
          7000215,
          `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${identity.clientId}'.`,
        ]);
      else
        res.json({
          token_type: 'Bearer',
          expires_in: lifetimeSeconds,
          ext_expires_in: lifetimeSeconds,
          access_token: issue(
            (form.scope ?? '').split(' ')[0].replace(/\/\.default$/, ''),
          ),
        });
    },
  );

  return {
    router,
    isValid(token, audience) {
      const [header, payload, signature, ...rest] = token.split('.');
      if (!payload || !signature || rest.length) return false;
      const expected = Buffer.from(sign(`${header}.${payload}`));
      const given = Buffer.from(signature);
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        return false;
      const { exp, aud } = JSON.parse(
        Buffer.from(payload, 'base64url').toString(),
      ) as { exp: number; aud: string };
      if (audience && aud !== audience) return false;
      return exp * 1000 > context.now().getTime();
    },
  };
}

type Reason = [number: number, sentence: string];

function unknownTenant(tenant: string): Reason {
  return [
    90002,
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  ];
}

/** An error of Entra: the number is in the text, as it is there. */
function refuse(
  context: SandboxContext,
  res: Response,
  httpStatus: number,
  error: string,
  [number, sentence]: Reason,
): void {
  const traceId = randomUUID();
  const correlationId = randomUUID();
  const timestamp = context.now().toISOString().replace('T', ' ').slice(0, 19);
  res.status(httpStatus).json({
    error,
    error_description: `AADSTS${number}: ${sentence} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}Z`,
    error_codes: [number],
    timestamp: `${timestamp}Z`,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `${context.urls.azure}/error?code=${number}`,
  });
}
