import { z } from 'zod/v4';
import {
  TipimailApiKey,
  TipimailApiKeys,
  TipimailConfig,
  TipimailDomains,
  TipimailDomainSettings,
} from '../integrations/tipimail';
import {
  encodePath,
  neverAbsent,
  UpstreamClient,
  UpstreamError,
  UpstreamPolicyTuning,
} from '../upstream';
import { absentWhenNotFound } from './absentWhenNotFound';

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Sending domains and keys of one account of Tipimail. Every method throws `UpstreamError`.
 *
 * The reference describes how both are listed, read and written, and no removal: what is relied on is that
 * DELETE works on the address at which one is read, as Tipimail's own library has it for templates. So each
 * removal looks whether it helped.
 *
 * @see https://docs.tipimail.com/en/integrate/api/settings/domains/get
 * @see https://docs.tipimail.com/en/integrate/api/settings/api_keys/get
 *
 * @public
 */
export class TipimailProvisioner {
  /** Where people look at domains and keys. */
  readonly appUrl: string;
  /** Name with which applications sign in, beside a key. */
  readonly apiUser: string;
  readonly #http: UpstreamClient;

  constructor(
    config: Pick<TipimailConfig, 'baseUrl' | 'appUrl' | 'apiUser' | 'apiKey'>,
    tuning: UpstreamPolicyTuning = {},
  ) {
    this.appUrl = config.appUrl;
    this.apiUser = config.apiUser;
    this.#http = UpstreamClient.create({
      ...tuning,
      service: 'Tipimail',
      baseUrl: config.baseUrl,
      headers: {
        'X-Tipimail-ApiUser': config.apiUser,
        'X-Tipimail-ApiKey': config.apiKey,
      },
    });
  }

  /** Reads a domain from which the account sends. */
  async findDomain(
    sending: string,
    call: CallOptions = {},
  ): Promise<TipimailDomainSettings | undefined> {
    const operation = 'list domains';
    const { body } = await neverAbsent(
      { service: 'Tipimail', name: operation },
      this.#http.requestJson('/settings/domains', TipimailDomains, {
        operation,
        ...call,
      }),
    );
    return body.find(domain => domain.sending.toLowerCase() === sending);
  }

  /** Declares a domain. May be repeated: what is verified stays verified. */
  async createDomain(
    domain: { sending: string; tracking: string; email: string },
    call: CallOptions = {},
  ): Promise<void> {
    await this.#http.requestJson('/settings/domains', z.unknown(), {
      operation: 'create domain',
      method: 'POST',
      idempotent: true,
      json: domain,
      ...call,
    });
  }

  /** Removes a domain. One that is gone already is well. */
  async deleteDomain(sending: string, call: CallOptions = {}): Promise<void> {
    await absentWhenNotFound(
      this.#http.requestText(encodePath`/settings/domains/${sending}`, {
        operation: 'delete domain',
        method: 'DELETE',
        ...call,
      }),
    );
    const found = await this.findDomain(sending.toLowerCase(), call);
    if (found) throw this.#createStillThereError('delete domain');
  }

  /** Finds the key that has a description, which is all that Tipimail keeps of whose it is. */
  async findApiKey(
    description: string,
    call: CallOptions = {},
  ): Promise<TipimailApiKey | undefined> {
    const keys = await this.#listApiKeys(call);
    return keys.find(key => key.description === description);
  }

  /** Makes a key. */
  async createApiKey(
    description: string,
    call: CallOptions = {},
  ): Promise<TipimailApiKey> {
    const { body } = await this.#http.requestJson(
      '/settings/apikeys',
      TipimailApiKey,
      {
        operation: 'create API key',
        method: 'POST',
        json: { description },
        ...call,
      },
    );
    return body;
  }

  /** Removes a key: whoever signs in with it no longer can. One that is gone already is well. */
  async deleteApiKey(id: string, call: CallOptions = {}): Promise<void> {
    await absentWhenNotFound(
      this.#http.requestText(encodePath`/settings/apikeys/${id}`, {
        operation: 'delete API key',
        method: 'DELETE',
        ...call,
      }),
    );
    const keys = await this.#listApiKeys(call);
    if (keys.some(key => key.id === id)) {
      throw this.#createStillThereError('delete API key');
    }
  }

  async #listApiKeys(call: CallOptions): Promise<TipimailApiKey[]> {
    const operation = 'list API keys';
    const { body } = await neverAbsent(
      { service: 'Tipimail', name: operation },
      this.#http.requestJson('/settings/apikeys', TipimailApiKeys, {
        operation,
        ...call,
      }),
    );
    return body;
  }

  /** A path that does not exist would be answered with 404 too, as one is that is gone. */
  #createStillThereError(operation: string): UpstreamError {
    return new UpstreamError(
      `Tipimail ${operation}: it is still there afterwards. Remove it by hand at ${this.appUrl}`,
      { kind: 'invalid-response' },
    );
  }
}
