import { Config } from '@backstage/config';
import { z } from 'zod/v4';
import { GithubApi } from '../scm';
import { looseArray, UpstreamPolicyTuning } from '../upstream';
import { absentWhenNotFound } from './absentWhenNotFound';

// A minimal version of GitHub's answer.
const Issue = z.object({
  number: z.number(),
  html_url: z.string(),
  title: z.string(),
  state: z.string(),
  state_reason: z.string().nullish(),
  comments: z.number().nullish(),
  body: z.string().nullish(),
  updated_at: z.string(),
});

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * A request to the SRE team, as the support repository shows it.
 *
 * @public
 */
export interface SupportRequestState {
  number: number;
  url: string;
  title: string;
  /** `refused`: closed as not planned. */
  state: 'open' | 'done' | 'refused';
  comments: number;
  /** Markdown, with the mark of its owner. */
  body: string;
  /** ISO 8601. */
  changedAt: string;
}

/**
 * Requests to the SRE team: issues of the repository that `fabrique.support` names. Every method throws
 * `UpstreamError`.
 *
 * @see https://docs.github.com/rest/issues
 *
 * @public
 */
export class SupportRequests {
  /** `SocialGouv/support` */
  readonly repository: string;
  /** Label of all requests that come from the portal. */
  readonly label: string;
  readonly #api: GithubApi;
  readonly #ref: { owner: string; repo: string };

  /**
   * Reads `fabrique.support` and `integrations.github`.
   *
   * @returns undefined when the portal has no support repository, or no GitHub.
   * @throws Error naming the full key, if it has another form.
   */
  static fromConfig(
    root: Config,
    tuning: UpstreamPolicyTuning = {},
  ): SupportRequests | undefined {
    const repository = root.getOptionalString('fabrique.support.repository');
    const api = GithubApi.fromConfig(root, tuning);
    if (!repository || !api) return undefined;
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
    if (!repo) {
      throw new Error(
        `fabrique.support.repository is '${repository}', and must be owner/name`,
      );
    }
    const label = root.getOptionalString('fabrique.support.label') ?? 'portail';
    return new SupportRequests(api, { owner, repo }, label);
  }

  private constructor(
    api: GithubApi,
    ref: { owner: string; repo: string },
    label: string,
  ) {
    this.#api = api;
    this.#ref = ref;
    this.label = label;
    this.repository = `${ref.owner}/${ref.repo}`;
  }

  /** Open requests of the portal, the newest first, up to 100. */
  async listOpen(options: CallOptions = {}): Promise<SupportRequestState[]> {
    const { body } = await this.#api.call(
      { name: 'list requests', owner: this.#ref.owner, ...options },
      looseArray(Issue),
      (octokit, request) =>
        octokit.issues.listForRepo({
          ...this.#ref,
          labels: this.label,
          state: 'open',
          per_page: 100,
          request,
        }),
    );
    return body.map(toState);
  }

  /** Reads a request; undefined where there is none. */
  async get(
    number: number,
    options: CallOptions = {},
  ): Promise<SupportRequestState | undefined> {
    const found = await absentWhenNotFound(
      this.#api.call(
        { name: 'read request', owner: this.#ref.owner, ...options },
        Issue,
        (octokit, request) =>
          octokit.issues.get({ ...this.#ref, issue_number: number, request }),
      ),
    );
    return found && toState(found.body);
  }

  /** Opens a request. */
  async open(
    wish: { title: string; body: string; labels: string[] },
    { signal }: CallOptions = {},
  ): Promise<SupportRequestState> {
    const { body } = await this.#api.call(
      { name: 'open request', owner: this.#ref.owner, writes: true, signal },
      Issue,
      (octokit, request) =>
        octokit.issues.create({
          ...this.#ref,
          ...wish,
          labels: [...new Set([this.label, ...wish.labels])],
          request,
        }),
    );
    return toState(body);
  }

  /** Page of all requests. */
  toHtmlUrl(): string {
    return `${this.#api.config.webUrl}/${this.repository}/issues`;
  }

  /** Closes a request as not planned. May be repeated. */
  async withdraw(number: number, options: CallOptions = {}): Promise<void> {
    await this.#api.call(
      { name: 'close request', owner: this.#ref.owner, ...options },
      Issue,
      (octokit, request) =>
        octokit.issues.update({
          ...this.#ref,
          issue_number: number,
          state: 'closed',
          state_reason: 'not_planned',
          request,
        }),
    );
  }
}

function toState(issue: z.infer<typeof Issue>): SupportRequestState {
  const closed = issue.state_reason === 'not_planned' ? 'refused' : 'done';
  return {
    number: issue.number,
    url: issue.html_url,
    title: issue.title,
    state: issue.state === 'open' ? 'open' : closed,
    comments: issue.comments ?? 0,
    body: issue.body ?? '',
    changedAt: issue.updated_at,
  };
}
