import { z } from 'zod/v4';
import { GithubApi } from '../scm';
import { looseArray } from '../upstream';
import { repeatGithubCall } from './repeatGithubCall';

// Minimal versions of GitHub's answers.
const PullRequest = z.object({
  number: z.number(),
  html_url: z.string(),
  state: z.string(),
  merged_at: z.string().nullish(),
  body: z.string().nullish(),
});
const Comparison = z.object({
  commits: looseArray(z.object({ commit: z.object({ message: z.string() }) })),
});

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * A pull request, as far as the actions look at it.
 *
 * @public
 */
export interface GithubPullRequestState {
  number: number;
  url: string;
  state: 'open' | 'merged' | 'closed';
  /** Markdown, with the mark of its owner. */
  body: string;
}

/**
 * Pull requests of the organization's repositories. Every method throws `UpstreamError`.
 *
 * @see https://docs.github.com/rest/pulls
 *
 * @public
 */
export class GithubPullRequests {
  readonly #api: GithubApi;
  readonly #organization: string;

  constructor(api: GithubApi) {
    this.#api = api;
    this.#organization = api.config.organization;
  }

  /** The pull requests of a branch, the newest first. */
  async list(
    repository: string,
    branch: string,
    options: CallOptions = {},
  ): Promise<GithubPullRequestState[]> {
    const found = await repeatGithubCall(
      this.#api,
      'list pull requests',
      looseArray(PullRequest),
      options,
      (octokit, request) =>
        octokit.pulls.list({
          ...this.#ref(repository),
          head: `${this.#organization}:${branch}`,
          state: 'all',
          sort: 'created',
          direction: 'desc',
          per_page: 100,
          request,
        }),
    );
    return found.map(toState);
  }

  /** Opens a pull request. */
  async open(
    repository: string,
    wish: { branch: string; base: string; title: string; body: string },
    { signal }: CallOptions = {},
  ): Promise<GithubPullRequestState> {
    const { branch, base, title, body: text } = wish;
    const { body } = await this.#api.call(
      {
        name: 'open pull request',
        owner: this.#organization,
        writes: true,
        signal,
      },
      PullRequest,
      (octokit, request) =>
        octokit.pulls.create({
          ...this.#ref(repository),
          head: branch,
          base,
          title,
          body: text,
          request,
        }),
    );
    return toState(body);
  }

  /** Closes a pull request without merging it. May be repeated. */
  async close(
    repository: string,
    number: number,
    options: CallOptions = {},
  ): Promise<void> {
    await repeatGithubCall(
      this.#api,
      'close pull request',
      PullRequest,
      options,
      (octokit, request) =>
        octokit.pulls.update({
          ...this.#ref(repository),
          pull_number: number,
          state: 'closed',
          request,
        }),
    );
  }

  /** Messages of the commits that a branch has and its base has not, 100 at most. */
  async listMessages(
    repository: string,
    { branch, base }: { branch: string; base: string },
    options: CallOptions = {},
  ): Promise<string[]> {
    const { commits } = await repeatGithubCall(
      this.#api,
      'compare branches',
      Comparison,
      options,
      (octokit, request) =>
        octokit.repos.compareCommitsWithBasehead({
          ...this.#ref(repository),
          basehead: `${base}...${branch}`,
          per_page: 100,
          request,
        }),
    );
    return commits.map(({ commit }) => commit.message);
  }

  #ref(repository: string) {
    return { owner: this.#organization, repo: repository };
  }
}

function toState(pull: z.infer<typeof PullRequest>): GithubPullRequestState {
  return {
    number: pull.number,
    url: pull.html_url,
    state:
      (pull.merged_at && 'merged') ||
      (pull.state === 'open' ? 'open' : 'closed'),
    body: pull.body ?? '',
  };
}
