import { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { Octokit } from '@octokit/rest';
import { z } from 'zod/v4';
import { withoutSecrets } from '../upstream/withoutSecrets';
import {
  createUpstreamPolicy,
  parseAnswer,
  UpstreamPolicy,
  UpstreamPolicyTuning,
} from '../upstream';
import { GithubConfig, readGithubConfig } from './githubConfig';
import { toGithubError } from './toGithubError';

/**
 * One call of GitHub.
 *
 * @public
 */
export interface GithubRequest {
  /** What is being done, for messages: `read repository`. */
  name: string;
  /** Whose credentials are used: an app is installed by organization. */
  owner: string;
  /** Says that this call writes and may not be repeated. */
  writes?: boolean;
  signal?: AbortSignal;
}

const silent = () => {};

/**
 * Speaks to the GitHub of `fabrique.github` through Octokit, with the credentials of the core
 * `integrations.github`. Octokit neither retries nor throttles here: the upstream policy does.
 *
 * @public
 */
export class GithubApi {
  readonly config: GithubConfig;
  readonly #credentials: GithubCredentialsProvider;
  readonly #policy: UpstreamPolicy;

  /**
   * Makes an instance with a breaker and a bulkhead of its own, or undefined when the portal is not
   * connected to GitHub.
   *
   * @throws Error as `readGithubConfig` does
   */
  static fromConfig(
    root: Config,
    tuning: UpstreamPolicyTuning = {},
  ): GithubApi | undefined {
    const config = readGithubConfig(root);
    if (!config) return undefined;
    const credentials = DefaultGithubCredentialsProvider.fromIntegrations(
      ScmIntegrations.fromConfig(root),
    );
    return new GithubApi(config, credentials, tuning);
  }

  private constructor(
    config: GithubConfig,
    credentials: GithubCredentialsProvider,
    tuning: UpstreamPolicyTuning,
  ) {
    this.config = config;
    this.#credentials = credentials;
    this.#policy = createUpstreamPolicy({ ...tuning, service: 'GitHub' });
  }

  /**
   * Makes one call and reads its answer with `schema`, which names only the fields that are used.
   *
   * @param send - the call; `request` goes with its parameters, so that it can be given up.
   * @throws UpstreamError
   */
  async call<Schema extends z.ZodType>(
    operation: GithubRequest,
    schema: Schema,
    send: (
      octokit: Octokit,
      request: { signal: AbortSignal },
    ) => Promise<{ data: unknown; headers: { link?: string } }>,
  ): Promise<{ body: z.infer<Schema>; link?: string }> {
    const { name, owner, writes, signal: givenUp } = operation;
    const described = { service: 'GitHub', name };
    const { data, headers } = await this.#policy.run(
      { name, idempotent: !writes, signal: givenUp },
      async signal => {
        const token = await this.#findToken(owner);
        try {
          return await send(this.#createOctokit(token), { signal });
        } catch (error) {
          const failure = toGithubError(error, described);
          throw withoutSecrets(failure, token ? [token] : []);
        }
      },
    );
    return { body: parseAnswer(schema, data, described), link: headers.link };
  }

  /**
   * A token that may write to the repositories of an owner: a secret.
   *
   * @throws Error if there is none.
   */
  async getToken(owner: string): Promise<string> {
    const token = await this.#findToken(owner);
    if (!token) {
      throw new Error(`integrations.github has no token for ${owner}`);
    }
    return token;
  }

  async #findToken(owner: string): Promise<string | undefined> {
    const { token } = await this.#credentials.getCredentials({
      url: `https://${this.config.host}/${encodeURIComponent(owner)}`,
    });
    return token;
  }

  #createOctokit(token: string | undefined): Octokit {
    return new Octokit({
      baseUrl: this.config.apiBaseUrl,
      auth: token,
      // It would print addresses, which hold what people search for.
      log: { debug: silent, info: silent, warn: silent, error: silent },
    });
  }
}

/**
 * Reads the number of the last page from a `Link` header; 1 when there is one page only.
 *
 * @public
 */
export function toLastPage(link: string | undefined): number {
  const last = /<[^>]*[?&]page=(\d+)[^>]*>;\s*rel="last"/.exec(link ?? '');
  return last ? Number(last[1]) : 1;
}

/**
 * Reads the cursor of the next page from a `Link` header; undefined on the last page.
 *
 * @public
 */
export function toNextCursor(link: string | undefined): string | undefined {
  const next = /<([^>]+)>;\s*rel="next"/.exec(link ?? '');
  return (next && new URL(next[1]).searchParams.get('after')) || undefined;
}
