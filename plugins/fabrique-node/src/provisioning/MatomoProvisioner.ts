import { z } from 'zod/v4';
import { MatomoRefusal } from '../integrations/matomo';
import { toMatomoError } from '../integrations/matomo/toMatomoError';
import {
  UpstreamClient,
  UpstreamPolicyTuning,
  UpstreamQuery,
} from '../upstream';

const Sites = z.array(z.object({ idsite: z.coerce.number() }));
const Settings = z.object({
  ecommerce: z.coerce.number().nullish(),
  excluded_parameters: z.string().nullish(),
});
const Created = z.object({ value: z.coerce.number() });

interface CallOptions {
  signal?: AbortSignal;
}

/** Parts of addresses that say who somebody is; what Matomo does not keep needs no consent. */
const personalParameters = [
  'email',
  'mail',
  'nom',
  'prenom',
  'name',
  'phone',
  'tel',
  'token',
  'code',
  'password',
];

/**
 * What a site must be for the CNIL's exemption from consent, as far as it is a setting of the site.
 *
 * @see https://www.cnil.fr/fr/cookies-et-autres-traceurs/regles/cookies-solutions-pour-les-outils-de-mesure-daudience
 *
 * @public
 */
export interface MatomoExemptionState {
  /** What is not as it must be, for people; empty for a site that is. */
  missing: string[];
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
      secrets: [config.token],
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
        ecommerce: 0,
        excludedQueryParameters: personalParameters.join(','),
      },
      { operation: 'create site', idempotent: false, ...options },
    );
    return value;
  }

  /** Reads how far the settings of a site go with the CNIL's exemption. */
  async getExemption(
    siteId: number,
    options: CallOptions = {},
  ): Promise<MatomoExemptionState> {
    const { ecommerce, excluded } = await this.#getSettings(siteId, options);
    const kept = personalParameters.filter(name => !excluded.includes(name));
    return {
      missing: [
        ...(ecommerce ? ['orders are counted'] : []),
        ...(kept.length > 0 ? [`addresses keep ${kept.join(', ')}`] : []),
      ],
    };
  }

  /** Makes the settings of a site go with the CNIL's exemption. May be repeated. */
  async exempt(siteId: number, options: CallOptions = {}): Promise<void> {
    const { excluded } = await this.#getSettings(siteId, options);
    await this.#call(
      'SitesManager.updateSite',
      z.unknown(),
      {
        idSite: siteId,
        ecommerce: 0,
        // What people exclude beside it stays.
        excludedQueryParameters: [
          ...new Set([...excluded, ...personalParameters]),
        ].join(','),
      },
      { operation: 'set exemption', idempotent: true, ...options },
    );
  }

  async #getSettings(siteId: number, options: CallOptions) {
    const settings = await this.#call(
      'SitesManager.getSiteFromId',
      Settings,
      { idSite: siteId },
      { operation: 'read site', idempotent: true, ...options },
    );
    return {
      ecommerce: settings.ecommerce === 1,
      excluded: (settings.excluded_parameters ?? '')
        .split(',')
        .map(name => name.trim())
        .filter(Boolean),
    };
  }

  /** Whether there is a site of this number. */
  async hasSite(siteId: number, options: CallOptions = {}): Promise<boolean> {
    const sites = await this.#call(
      'SitesManager.getSitesWithAdminAccess',
      Sites,
      { filter_limit: -1 },
      { operation: 'list sites', idempotent: true, ...options },
    );
    return sites.some(({ idsite }) => idsite === siteId);
  }

  /** Removes a site with its visits. */
  async deleteSite(siteId: number, options: CallOptions = {}): Promise<void> {
    await this.#call(
      'SitesManager.deleteSite',
      z.unknown(),
      { idSite: siteId },
      { operation: 'delete site', idempotent: true, ...options },
    );
  }

  async #call<Schema extends z.ZodType>(
    method: string,
    schema: Schema,
    parameters: UpstreamQuery,
    request: { operation: string; idempotent: boolean; signal?: AbortSignal },
  ): Promise<z.infer<Schema>> {
    const { body } = await this.#http.requestJson(
      '/index.php',
      z.union([MatomoRefusal, schema]),
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
    const refusal = MatomoRefusal.safeParse(body);
    if (refusal.success) {
      throw toMatomoError(refusal.data.message, request.operation);
    }
    return body as z.infer<Schema>;
  }
}
