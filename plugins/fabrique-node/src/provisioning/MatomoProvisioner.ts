import { z } from 'zod/v4';
import {
  UpstreamClient,
  UpstreamError,
  UpstreamPolicyTuning,
  UpstreamQuery,
} from '../upstream';

const Failed = z.object({ result: z.literal('error'), message: z.string() });
const Sites = z.array(z.object({ idsite: z.coerce.number() }));
const Created = z.object({ value: z.coerce.number() });

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Sites of one Matomo. Every method throws `UpstreamError`.
 *
 * @see https://developer.matomo.org/api-reference/reporting-api#SitesManager
 *
 * @public
 */
export class MatomoProvisioner {
  readonly baseUrl: string;
  readonly #http: UpstreamClient;
  readonly #token: string;

  constructor(
    config: { baseUrl: string; token: string },
    tuning: UpstreamPolicyTuning = {},
  ) {
    this.baseUrl = config.baseUrl.replace(/\/+$/, '');
    this.#token = config.token;
    this.#http = UpstreamClient.create({
      ...tuning,
      service: 'Matomo',
      baseUrl: this.baseUrl,
    });
  }

  /** Number of the site that counts the visits of an address. */
  async findSite(
    url: string,
    options: CallOptions = {},
  ): Promise<number | undefined> {
    const sites = await this.#call(
      'SitesManager.getSitesIdFromSiteUrl',
      Sites,
      { url },
      { operation: 'find site', idempotent: true, ...options },
    );
    return sites[0]?.idsite;
  }

  /** Makes a site. */
  async createSite(
    wish: { name: string; url: string },
    options: CallOptions = {},
  ): Promise<number> {
    const { value } = await this.#call(
      'SitesManager.addSite',
      Created,
      {
        siteName: wish.name,
        'urls[0]': wish.url,
        timezone: 'Europe/Paris',
        currency: 'EUR',
      },
      { operation: 'create site', idempotent: false, ...options },
    );
    return value;
  }

  async #call<Schema extends z.ZodType>(
    method: string,
    schema: Schema,
    parameters: UpstreamQuery,
    request: { operation: string; idempotent: boolean; signal?: AbortSignal },
  ): Promise<z.infer<Schema>> {
    const { body } = await this.#http.requestJson(
      '/index.php',
      z.union([Failed, schema]),
      {
        ...request,
        method: 'POST',
        // Matomo takes its token from the body alone, and answers 200 to what it refuses.
        form: {
          module: 'API',
          format: 'json',
          method,
          token_auth: this.#token,
          ...parameters,
        },
      },
    );
    const failed = Failed.safeParse(body);
    if (failed.success) {
      const { message } = failed.data;
      throw new UpstreamError(`Matomo ${request.operation}: refused`, {
        kind: /token_auth|permission|access/i.test(message)
          ? 'forbidden'
          : 'invalid-response',
        detail: message.slice(0, 500),
      });
    }
    return body as z.infer<Schema>;
  }
}
