import { Config } from '@backstage/config';
import { z } from 'zod/v4';
import { GithubApi } from '../scm';
import { looseArray, UpstreamPolicyTuning } from '../upstream';
import { absentWhenNotFound } from './absentWhenNotFound';
import {
  Branch,
  GithubRepositoryState,
  Present,
  Repository,
  toState,
} from './githubRepository';
import { GithubFiles } from './GithubFiles';
import { GithubPullRequests } from './GithubPullRequests';
import { GithubSecrets } from './GithubSecrets';
import { GithubTeamAccess } from './GithubTeamAccess';
import { repeatGithubCall } from './repeatGithubCall';

/**
 * A repository that does not exist yet.
 *
 * @public
 */
export interface GithubRepositoryWish {
  name: string;
  description?: string;
  /** Number of the team that gets access in the same call. */
  teamId: number;
}

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Repositories of the organization that `fabrique.github` names, with the credentials of
 * the core `integrations:` block. Every method throws `UpstreamError`.
 *
 * @see https://docs.github.com/rest
 *
 * @public
 */
export class GithubProvisioner {
  readonly organization: string;
  readonly files: GithubFiles;
  readonly pullRequests: GithubPullRequests;
  readonly secrets: GithubSecrets;
  readonly teams: GithubTeamAccess;
  readonly #api: GithubApi;
  readonly #visibility: 'public' | 'private';

  /**
   * Reads `fabrique.github` and `integrations.github`.
   *
   * @returns undefined when `fabrique.github` is missing.
   * @throws Error if `integrations.github` lacks the host.
   */
  static fromConfig(
    root: Config,
    tuning: UpstreamPolicyTuning = { timeoutMs: 20_000 },
  ): GithubProvisioner | undefined {
    const api = GithubApi.fromConfig(root, tuning);
    const visibility = root.getOptionalString('fabrique.github.visibility');
    return (
      api &&
      new GithubProvisioner(
        api,
        visibility === 'private' ? 'private' : 'public',
      )
    );
  }

  private constructor(api: GithubApi, visibility: 'public' | 'private') {
    this.organization = api.config.organization;
    this.#api = api;
    this.files = new GithubFiles(api);
    this.pullRequests = new GithubPullRequests(api);
    this.secrets = new GithubSecrets(api);
    this.teams = new GithubTeamAccess(api);
    this.#visibility = visibility;
  }

  /** Reads a repository of the organization. */
  async getRepository(
    name: string,
    options: CallOptions = {},
  ): Promise<GithubRepositoryState | undefined> {
    const found = await absentWhenNotFound(
      repeatGithubCall(
        this.#api,

        'read repository',
        Repository,
        options,
        (octokit, request) =>
          octokit.repos.get({ ...this.#ref(name), request }),
      ),
    );
    if (!found) return undefined;
    const headSha = await this.getHead(name, found.default_branch, options);
    return { ...toState(found), headSha };
  }

  /** How many commits a branch has, two at most; people work on one that has more than its first. */
  async countCommits(
    name: string,
    branch: string,
    options: CallOptions = {},
  ): Promise<number> {
    const commits = await repeatGithubCall(
      this.#api,

      'list commits',
      looseArray(z.object({ sha: z.string() })),
      options,
      (octokit, request) =>
        octokit.repos.listCommits({
          ...this.#ref(name),
          sha: branch,
          per_page: 2,
          request,
        }),
    );
    return commits.length;
  }

  /** Removes a repository with all that is in it. One that is gone already is well. */
  async deleteRepository(
    name: string,
    options: CallOptions = {},
  ): Promise<void> {
    await absentWhenNotFound(
      repeatGithubCall(
        this.#api,

        'delete repository',
        z.unknown(),
        options,
        (octokit, request) =>
          octokit.repos.delete({ ...this.#ref(name), request }),
      ),
    );
  }

  /** Newest commit of a branch; undefined where there is no such branch. */
  async getHead(
    name: string,
    branch: string,
    options: CallOptions = {},
  ): Promise<string | undefined> {
    const found = await absentWhenNotFound(
      repeatGithubCall(
        this.#api,
        'read branch',
        Branch,
        options,
        (octokit, request) =>
          octokit.repos.getBranch({ ...this.#ref(name), branch, request }),
      ),
    );
    return found?.commit.sha;
  }

  /** Whether the default branch holds a file. */
  async hasFile(
    name: string,
    path: string,
    options: CallOptions = {},
  ): Promise<boolean> {
    const found = await absentWhenNotFound(
      repeatGithubCall(
        this.#api,
        'read file',
        Present,
        options,
        (octokit, request) =>
          octokit.repos.getContent({ ...this.#ref(name), path, request }),
      ),
    );
    return found !== undefined;
  }

  /** Makes an empty repository that belongs to a team. */
  async createRepository(
    wish: GithubRepositoryWish,
    { signal }: CallOptions = {},
  ): Promise<GithubRepositoryState> {
    const { body } = await this.#api.call(
      {
        name: 'create repository',
        owner: this.organization,
        writes: true,
        signal,
      },
      Repository,
      (octokit, request) =>
        octokit.repos.createInOrg({
          org: this.organization,
          name: wish.name,
          description: wish.description,
          team_id: wish.teamId,
          visibility: this.#visibility,
          private: this.#visibility === 'private',
          delete_branch_on_merge: true,
          request,
        }),
    );
    return toState(body);
  }

  /** Sets all topics. May be repeated. */
  async setTopics(
    name: string,
    topics: string[],
    options: CallOptions = {},
  ): Promise<void> {
    await repeatGithubCall(
      this.#api,

      'set topics',
      z.unknown(),
      options,
      (octokit, request) =>
        octokit.repos.replaceAllTopics({
          ...this.#ref(name),
          names: topics,
          request,
        }),
    );
  }

  /** Whether a branch is protected. */
  async isProtected(
    name: string,
    branch: string,
    options: CallOptions = {},
  ): Promise<boolean> {
    const found = await absentWhenNotFound(
      repeatGithubCall(
        this.#api,

        'read branch protection',
        Present,
        options,
        (octokit, request) =>
          octokit.repos.getBranchProtection({
            ...this.#ref(name),
            branch,
            request,
          }),
      ),
    );
    return found !== undefined;
  }

  /** Asks for a reviewed pull request before anything reaches a branch. May be repeated. */
  async protectBranch(
    name: string,
    branch: string,
    options: CallOptions = {},
  ): Promise<void> {
    await repeatGithubCall(
      this.#api,

      'protect branch',
      z.unknown(),
      options,
      (octokit, request) =>
        octokit.repos.updateBranchProtection({
          ...this.#ref(name),
          branch,
          required_status_checks: null,
          enforce_admins: false,
          required_pull_request_reviews: { required_approving_review_count: 1 },
          restrictions: null,
          allow_force_pushes: false,
          allow_deletions: false,
          request,
        }),
    );
  }

  /** Page of a repository, whether or not it exists. */
  toHtmlUrl(name: string): string {
    return `${this.#api.config.webUrl}/${this.organization}/${name}`;
  }

  /** A token that may push to the repositories: a secret. */
  getToken(): Promise<string> {
    return this.#api.getToken(this.organization);
  }

  #ref(name: string) {
    return { owner: this.organization, repo: name };
  }
}
