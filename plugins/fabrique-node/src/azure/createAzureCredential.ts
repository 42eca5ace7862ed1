import { AsyncLocalStorage } from 'async_hooks';
import { ClientSecretCredential } from '@azure/identity';
import {
  createInvalidResponseError,
  parseRetryAfter,
  toFailureKind,
  UpstreamError,
} from '../upstream';
import { AzureConfig } from './config';
import { PipelinePolicy } from './refuseOtherThanJson';
import { toAzureError } from './toAzureError';

/**
 * Gives tokens of Entra.
 *
 * @public
 */
export interface AzureCredential {
  getToken: ClientSecretCredential['getToken'];
}

/**
 * Signs in at Entra with the secret of an application registration. What Entra answered stays known:
 * the library behind the credential says every failure alike.
 *
 * @param tls - as the SDKs of Azure take it
 * @param service - for messages: what the portal signs in for
 */
export function createAzureCredential(
  config: Pick<
    AzureConfig,
    'tenantId' | 'clientId' | 'clientSecret' | 'authorityHost'
  >,
  tls: { tlsOptions?: { ca: string } },
  service = 'Azure',
): AzureCredential {
  const operation = { service, name: 'sign in' };
  // Of each sign-in its own: several may be under way. The library repeats a failure of Entra for a minute
  // without asking, and the last one is what it repeats.
  const signIns = new AsyncLocalStorage<{ failure?: UpstreamError }>();
  let last: UpstreamError | undefined;
  const watch: PipelinePolicy = {
    name: 'fabriqueWatchSignIn',
    async sendRequest(request, next) {
      const signIn = signIns.getStore() ?? {};
      try {
        const response = await next(request);
        signIn.failure = toSignInFailure(response, operation);
        return response;
      } catch (error) {
        signIn.failure = toAzureError(error, operation);
        throw error;
      }
    },
  };
  const credential = new ClientSecretCredential(
    config.tenantId,
    config.clientId,
    config.clientSecret,
    {
      ...tls,
      retryOptions: { maxRetries: 0 },
      additionalPolicies: [{ policy: watch, position: 'perCall' }],
      ...(config.authorityHost && {
        authorityHost: config.authorityHost,
        // Only the public clouds' hosts can be looked up at Microsoft.
        disableInstanceDiscovery: true,
      }),
    },
  );
  return {
    async getToken(...args) {
      const signIn: { failure?: UpstreamError } = {};
      try {
        return await signIns.run(signIn, () => credential.getToken(...args));
      } catch (error) {
        last = signIn.failure ?? last;
        throw last ?? error;
      }
    },
  };
}

/** Entra says with 400, too, that it does not know the application, or that the secret is wrong. */
function toSignInFailure(
  response: Awaited<ReturnType<PipelinePolicy['sendRequest']>>,
  operation: { service: string; name: string },
): UpstreamError | undefined {
  const { status, headers, bodyAsText } = response;
  if (status === 200 && isJson(bodyAsText)) return undefined;
  const kind = status === 400 ? 'auth' : toFailureKind(status);
  if (status === 200 || kind === 'not-found' || kind === 'invalid-response') {
    // Every directory has these addresses: the configured host is none of Entra.
    return createInvalidResponseError(operation, `HTTP ${status}, no token`);
  }
  return new UpstreamError(
    `${operation.service} ${operation.name}: HTTP ${status}`,
    {
      kind,
      upstreamStatus: status,
      retryAfter: parseRetryAfter(headers.get('retry-after')),
      // The rest of Entra's words may repeat what it was sent.
      detail: /\bAADSTS\d+/.exec(bodyAsText ?? '')?.[0],
    },
  );
}

function isJson(text: string | null | undefined): boolean {
  try {
    JSON.parse(text ?? '');
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
