import { createAzureCredential } from '../../azure/createAzureCredential';
import { UpstreamClient, UpstreamPolicyTuning } from '../../upstream';
import { Office365Config } from './config';

/**
 * How Office 365 is reached beside its configuration.
 *
 * @public
 */
export interface Office365Tuning extends UpstreamPolicyTuning {
  /** In place of Entra's sign-in over the network. */
  credential?: Pick<ReturnType<typeof createAzureCredential>, 'getToken'>;
  /** Authority of Entra's certificate, where that is not a public one. */
  ca?: string;
}

/** Makes what sends requests to Microsoft Graph, and signs in with the secret of an application registration. */
export function createOffice365Http(
  config: Office365Config,
  tuning: Office365Tuning,
): { http: UpstreamClient; baseUrl: string } {
  const service = 'Office 365';
  const { graphUrl, clientSecret } = config;
  const { ca, ...others } = tuning;
  const {
    credential = createAzureCredential(
      config,
      ca ? { tlsOptions: { ca } } : {},
      service,
    ),
    ...policy
  } = others;
  const baseUrl = `${graphUrl}/v1.0`;
  const http = UpstreamClient.create({
    ...policy,
    service,
    baseUrl,
    secrets: [clientSecret],
    async signIn(signal) {
      // The library keeps a token until it is about to expire.
      const token = await credential.getToken(`${graphUrl}/.default`, {
        abortSignal: signal,
      });
      return { authorization: `Bearer ${token.token}` };
    },
  });
  return { http, baseUrl };
}
