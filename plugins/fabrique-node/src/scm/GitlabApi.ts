import { Config } from '@backstage/config';
import { z } from 'zod/v4';
import { parseAnswer, UpstreamClient, UpstreamPolicyTuning } from '../upstream';
import {
  createGitlabRequester,
  GitlabRequester,
} from './createGitlabRequester';
import { GitlabConfig, readGitlabConfig } from './gitlabConfig';

/**
 * One call of GitLab.
 *
 * @public
 */
export interface GitlabRequest {
  /** What is being done, for messages: `read project`. */
  name: string;
  /** Says that this POST may be repeated. */
  idempotent?: boolean;
  signal?: AbortSignal;
}

/**
 * What a resource class of `@gitbeaker/rest` is made with.
 *
 * @public
 */
export interface GitlabResourceOptions {
  host: string;
  requesterFn: () => GitlabRequester;
  // The upstream policy has its own; Gitbeaker's would count another 5 minutes.
  queryTimeout: null;
}

/**
 * Speaks to the GitLab of `fabrique.gitlab` through the resource classes of `@gitbeaker/rest`, with the
 * token of the core `integrations.gitlab`. Requests go through {@link UpstreamClient}: Gitbeaker's own
 * would repeat a 429 ten times at once and forget `Retry-After`.
 *
 * @public
 */
export class GitlabApi {
  readonly config: GitlabConfig;
  readonly #http: UpstreamClient;

  /**
   * Makes an instance with a breaker and a bulkhead of its own, or undefined when the portal is not
   * connected to GitLab.
   *
   * @throws Error as `readGitlabConfig` does
   */
  static fromConfig(
    root: Config,
    tuning: UpstreamPolicyTuning = {},
  ): GitlabApi | undefined {
    const config = readGitlabConfig(root);
    if (!config) return undefined;
    const http = UpstreamClient.create({
      ...tuning,
      service: 'GitLab',
      baseUrl: config.apiBaseUrl,
      headers: config.token ? { 'private-token': config.token } : {},
    });
    return new GitlabApi(config, http);
  }

  private constructor(config: GitlabConfig, http: UpstreamClient) {
    this.config = config;
    this.#http = http;
  }

  /**
   * Makes one call and reads its answer with `schema`, which names only the fields that are used.
   *
   * @example
   * ```ts
   * api.call({ name: 'read project', signal }, Project, options => new Projects(options).show(id))
   * ```
   *
   * @throws UpstreamError
   */
  async call<Schema extends z.ZodType>(
    operation: GitlabRequest,
    schema: Schema,
    send: (options: GitlabResourceOptions) => Promise<unknown>,
  ): Promise<z.infer<Schema>> {
    const answer = await send({
      host: this.config.webUrl,
      requesterFn: () => createGitlabRequester(this.#http, operation),
      queryTimeout: null,
    });
    return parseAnswer(schema, answer, {
      service: 'GitLab',
      name: operation.name,
    });
  }
}
