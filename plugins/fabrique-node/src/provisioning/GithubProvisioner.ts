import { Config } from '@backstage/config';
import type { Octokit } from '@octokit/rest';
import { absentWhenNotFound } from './absentWhenNotFound';
import { createGithubConnection, GithubConnection } from './GithubConnection';

/**
 * A repository, as far as the actions look at it.
 *
 * @public
 */
export interface GithubRepositoryState {
  htmlUrl: string;
  cloneUrl: string;
  defaultBranch: string;
  isPrivate: boolean;
  topics: string[];
  /** Newest commit of the default branch; undefined when the repository is empty. */
  headSha?: string;
}

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
 * Repositories and teams of the organization that `fabrique.github` names, with the credentials of
 * the core `integrations:` block. Every method throws `UpstreamError`.
 *
 * @see https://docs.github.com/rest
 *
 * @public
 */
export class GithubProvisioner {
  readonly organization: string;
  readonly #connection: GithubConnection;

  /**
   * Reads `fabrique.github` and `integrations.github`.
   *
   * @returns undefined when `fabrique.github` is missing.
   * @throws Error if `integrations.github` lacks the host.
   */
  static fromConfig(root: Config): GithubProvisioner | undefined {
    const connection = createGithubConnection(root);
    return connection && new GithubProvisioner(connection);
  }

  private constructor(connection: GithubConnection) {
    this.organization = connection.organization;
    this.#connection = connection;
  }

  /** Reads a team by its slug. */
  async getTeam(
    slug: string,
    options: CallOptions = {},
  ): Promise<{ id: number; slug: string } | undefined> {
    const answer = await absentWhenNotFound(
      this.#run('read team', true, options, octokit =>
        octokit.teams.getByName({ org: this.organization, team_slug: slug }),
      ),
    );
    return answer && { id: answer.data.id, slug: answer.data.slug };
  }

  /** Reads a repository of the organization. */
  async getRepository(
    name: string,
    options: CallOptions = {},
  ): Promise<GithubRepositoryState | undefined> {
    const answer = await absentWhenNotFound(
      this.#run('read repository', true, options, octokit =>
        octokit.repos.get(this.#ref(name)),
      ),
    );
    if (!answer) return undefined;
    const { data } = answer;
    return {
      htmlUrl: data.html_url,
      cloneUrl: data.clone_url,
      defaultBranch: data.default_branch,
      isPrivate: data.private,
      topics: data.topics ?? [],
      headSha: await this.getHead(name, data.default_branch, options),
    };
  }

  /** Newest commit of a branch; undefined where there is no such branch. */
  async getHead(
    name: string,
    branch: string,
    options: CallOptions = {},
  ): Promise<string | undefined> {
    const answer = await absentWhenNotFound(
      this.#run('read branch', true, options, octokit =>
        octokit.repos.getBranch({ ...this.#ref(name), branch }),
      ),
    );
    return answer?.data.commit.sha;
  }

  /** Whether the default branch holds a file. */
  async hasFile(
    name: string,
    path: string,
    options: CallOptions = {},
  ): Promise<boolean> {
    const answer = await absentWhenNotFound(
      this.#run('read file', true, options, octokit =>
        octokit.repos.getContent({ ...this.#ref(name), path }),
      ),
    );
    return answer !== undefined;
  }

  /** What a team may do in a repository: `pull`, `push`, `maintain`, `admin`…; undefined for nothing. */
  async getTeamRole(
    name: string,
    teamSlug: string,
    options: CallOptions = {},
  ): Promise<string | undefined> {
    const answer = await absentWhenNotFound(
      this.#run('read team access', true, options, octokit =>
        octokit.teams.checkPermissionsForRepoInOrg({
          ...this.#ref(name),
          org: this.organization,
          team_slug: teamSlug,
          mediaType: { format: 'repository+json' },
        }),
      ),
    );
    const { role_name: role, permissions } = answer?.data ?? {};
    // Older servers say the permissions alone.
    const strongest = ['admin', 'maintain', 'push', 'triage', 'pull'].find(
      name_ => permissions?.[name_ as 'pull'],
    );
    return (
      ({ write: 'push', read: 'pull' } as Record<string, string>)[role ?? ''] ??
      role ??
      strongest
    );
  }

  /** Slugs of the teams that may work in a repository. */
  async listTeams(name: string, options: CallOptions = {}): Promise<string[]> {
    const { data } = await this.#run('read teams', true, options, octokit =>
      octokit.repos.listTeams({ ...this.#ref(name), per_page: 100 }),
    );
    return data.map(({ slug }) => slug);
  }

  /** Makes an empty repository that belongs to a team. */
  async createRepository(
    wish: GithubRepositoryWish,
    options: CallOptions = {},
  ): Promise<GithubRepositoryState> {
    const { data } = await this.#run(
      'create repository',
      false,
      options,
      octokit =>
        octokit.repos.createInOrg({
          org: this.organization,
          name: wish.name,
          description: wish.description,
          team_id: wish.teamId,
          visibility: this.#connection.visibility,
          private: this.#connection.visibility === 'private',
          delete_branch_on_merge: true,
        }),
    );
    return {
      htmlUrl: data.html_url,
      cloneUrl: data.clone_url,
      defaultBranch: data.default_branch,
      isPrivate: data.private,
      topics: data.topics ?? [],
    };
  }

  /** Sets all topics. May be repeated. */
  async setTopics(
    name: string,
    topics: string[],
    options: CallOptions = {},
  ): Promise<void> {
    await this.#run('set topics', true, options, octokit =>
      octokit.repos.replaceAllTopics({ ...this.#ref(name), names: topics }),
    );
  }

  /** Gives a team the role `maintain`. May be repeated. */
  async giveTeamAccess(
    name: string,
    teamSlug: string,
    options: CallOptions = {},
  ): Promise<void> {
    await this.#run('give team access', true, options, octokit =>
      octokit.teams.addOrUpdateRepoPermissionsInOrg({
        ...this.#ref(name),
        org: this.organization,
        team_slug: teamSlug,
        permission: 'maintain',
      }),
    );
  }

  /** Whether a branch is protected. */
  async isProtected(
    name: string,
    branch: string,
    options: CallOptions = {},
  ): Promise<boolean> {
    const answer = await absentWhenNotFound(
      this.#run('read branch protection', true, options, octokit =>
        octokit.repos.getBranchProtection({ ...this.#ref(name), branch }),
      ),
    );
    return answer !== undefined;
  }

  /** Asks for a reviewed pull request before anything reaches a branch. May be repeated. */
  async protectBranch(
    name: string,
    branch: string,
    options: CallOptions = {},
  ): Promise<void> {
    await this.#run('protect branch', true, options, octokit =>
      octokit.repos.updateBranchProtection({
        ...this.#ref(name),
        branch,
        required_status_checks: null,
        enforce_admins: false,
        required_pull_request_reviews: { required_approving_review_count: 1 },
        restrictions: null,
        allow_force_pushes: false,
        allow_deletions: false,
      }),
    );
  }

  /** Page of a repository, whether or not it exists. */
  toHtmlUrl(name: string): string {
    return this.#connection.toHtmlUrl(name);
  }

  /** A token that may push to a repository: a secret. */
  getToken(name: string): Promise<string> {
    return this.#connection.getToken(name);
  }

  #ref(name: string) {
    return { owner: this.organization, repo: name };
  }

  #run<T>(
    name: string,
    idempotent: boolean,
    options: CallOptions,
    call: (octokit: Octokit) => Promise<T>,
  ): Promise<T> {
    return this.#connection.run({ name, idempotent, ...options }, call);
  }
}
