import { z } from 'zod/v4';
import {
  createUpstreamPolicy,
  UpstreamPolicy,
  UpstreamPolicyOptions,
} from './createUpstreamPolicy';
import { createInvalidResponseError, parseAnswer } from './parseAnswer';
import { readErrorDetail } from './readErrorDetail';
import { UpstreamError } from './UpstreamError';
import { parseRetryAfter, toFailureKind } from './toUpstreamError';
import { withoutSecrets } from './withoutSecrets';

/**
 * Values of a query; `undefined` is left out and an array repeats its key.
 *
 * @public
 */
export type UpstreamQuery = Record<
  string,
  string | number | boolean | undefined | (string | number)[]
>;

/**
 * One request. Paths come from {@link encodePath}; nothing is appended to a URL by hand.
 *
 * @public
 */
export interface UpstreamRequest {
  /** What is being done, for messages: `read issues`. */
  operation: string;
  method?:
    | 'GET'
    | 'POST'
    | 'PUT'
    | 'PATCH'
    | 'DELETE'
    | 'PROPFIND'
    | 'PROPPATCH'
    | 'MKCOL';
  query?: UpstreamQuery;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as `application/x-www-form-urlencoded`. */
  form?: UpstreamQuery;
  /** Sent as XML. */
  xml?: string;
  /** Says that this POST or PATCH only reads, or may be repeated. The other methods may anyway. */
  idempotent?: boolean;
  signal?: AbortSignal;
}

/**
 * An answer with the headers that paging needs.
 *
 * @public
 */
export interface UpstreamResponse<T> {
  body: T;
  headers: Headers;
}

/**
 * Options of {@link UpstreamClient.create}.
 *
 * @public
 */
export interface UpstreamClientOptions extends UpstreamPolicyOptions {
  /** Address of the API with its own path, without credentials, query or fragment. */
  baseUrl: string;
  /** Go with every request. */
  headers?: Record<string, string>;
  /** Gives further headers for each request, where the upstream takes tokens that expire. */
  signIn?: (signal: AbortSignal) => Promise<Record<string, string>>;
}

/**
 * The only code of the suite that calls `fetch`.
 *
 * @public
 */
export class UpstreamClient {
  /** For calls through an SDK: the same time-out, retries, breaker and bulkhead. */
  readonly policy: UpstreamPolicy;
  readonly #service: string;
  readonly #baseUrl: string;
  readonly #headers: Record<string, string>;
  readonly #signIn?: UpstreamClientOptions['signIn'];

  /**
   * Makes the client of one upstream.
   *
   * @throws TypeError if `baseUrl` is not the address of an API.
   */
  static create(options: UpstreamClientOptions): UpstreamClient {
    return new UpstreamClient(options);
  }

  private constructor(options: UpstreamClientOptions) {
    this.#service = options.service;
    this.#baseUrl = normalizeBaseUrl(options.baseUrl);
    this.#headers = options.headers ?? {};
    this.#signIn = options.signIn;
    this.policy = createUpstreamPolicy({
      ...options,
      secrets: [...(options.secrets ?? []), ...findTokens(this.#headers)],
    });
  }

  /**
   * Sends a request and reads its JSON answer with `schema`, which names only the fields that are used.
   *
   * @throws UpstreamError
   */
  async requestJson<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    request: UpstreamRequest,
  ): Promise<UpstreamResponse<z.infer<Schema>>> {
    const { text, headers } = await this.#send(
      path,
      request,
      'application/json',
    );
    const operation = { service: this.#service, name: request.operation };
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch (cause) {
      throw createInvalidResponseError(operation, 'no JSON', cause);
    }
    return { body: parseAnswer(schema, parsed, operation), headers };
  }

  /**
   * Sends a request and gives its answer as text.
   *
   * @throws UpstreamError
   */
  async requestText(
    path: string,
    request: UpstreamRequest,
  ): Promise<UpstreamResponse<string>> {
    const { text, headers } = await this.#send(path, request, '*/*');
    return { body: text, headers };
  }

  async #send(
    path: string,
    request: UpstreamRequest,
    accept: string,
  ): Promise<{ text: string; headers: Headers }> {
    const { method = 'GET', operation } = request;
    const url = new URL(this.#baseUrl + path);
    appendQuery(url.searchParams, request.query);
    // A plus sign is a space in forms only; in addresses some upstreams take it for itself.
    url.search = url.search.replace(/\+/g, '%20');
    const body = toBody(request);
    return this.policy.run(
      {
        name: operation,
        idempotent: request.idempotent ?? !['POST', 'PATCH'].includes(method),
        signal: request.signal,
      },
      async signal => {
        const credentials = (await this.#signIn?.(signal)) ?? {};
        const response = await fetch(url, {
          method,
          body: body?.content,
          headers: {
            accept,
            ...this.#headers,
            ...credentials,
            ...(body && { 'content-type': body.type }),
            ...request.headers,
          },
          // A redirect would carry the token to a host that nobody configured.
          redirect: 'error',
          signal,
        });
        const text = await response.text();
        if (!response.ok) {
          const failure = new UpstreamError(
            `${this.#service} ${operation}: HTTP ${response.status}`,
            {
              kind: toFailureKind(response.status),
              upstreamStatus: response.status,
              retryAfter: parseRetryAfter(response.headers.get('retry-after')),
              detail: readErrorDetail(text),
            },
          );
          // The policy knows only the secrets that stay the same.
          throw withoutSecrets(failure, findTokens(credentials));
        }
        return { text, headers: response.headers };
      },
    );
  }
}

function normalizeBaseUrl(baseUrl: string): string {
  const url = new URL(baseUrl);
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError(
      `The address of an API must have no credentials, query or fragment: ${url.origin}${url.pathname}`,
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function appendQuery(params: URLSearchParams, query: UpstreamQuery = {}): void {
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      params.append(key, String(item));
    }
  }
}

function toBody(
  request: UpstreamRequest,
): { content: string; type: string } | undefined {
  if (request.form) {
    const params = new URLSearchParams();
    appendQuery(params, request.form);
    return {
      content: params.toString(),
      type: 'application/x-www-form-urlencoded',
    };
  }
  if (request.xml !== undefined) {
    return { content: request.xml, type: 'application/xml; charset=utf-8' };
  }
  if (request.json !== undefined) {
    return { content: JSON.stringify(request.json), type: 'application/json' };
  }
  return undefined;
}

/** What identifies the portal: the token alone where the header has a scheme, `Bearer` or `Basic`. */
function findTokens(headers: Record<string, string>): string[] {
  return Object.entries(headers)
    .filter(([name]) => /authorization|token|key/i.test(name))
    .map(([, value]) => value.split(' ').at(-1)!);
}
