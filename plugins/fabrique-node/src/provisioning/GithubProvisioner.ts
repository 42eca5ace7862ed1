import { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { Octokit } from '@octokit/rest';
import { createUpstreamPolicy, UpstreamPolicy } from '../upstream';
import { absentWhenNotFound } from './absentWhenNotFound';

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
  readonly #url: string;
  readonly #apiBaseUrl: string;
  readonly #visibility: 'public' | 'private';
  readonly #credentials: GithubCredentialsProvider;
  readonly #policy: UpstreamPolicy;

  /**
   * Reads `fabrique.github` and `integrations.github`.
   *
   * @returns undefined when `fabrique.github` is missing.
   * @throws Error if `integrations.github` lacks the host.
   */
  static fromConfig(root: Config): GithubProvisioner | undefined {
    const config = root.getOptionalConfig('fabrique.github');
    if (!config) return undefined;
    const host = config.getOptionalString('host') ?? 'github.com';
    const integrations = ScmIntegrations.fromConfig(root);
    const integration = integrations.github.byHost(host);
    if (!integration) {
      throw new Error(
        `Configuration fabrique.github.host is '${host}', and integrations.github has no such host`,
      );
    }
    const { apiBaseUrl = `https://${host}/api/v3` } = integration.config;
    // GitHub Enterprise has its pages and its API on one origin.
    const origin =
      host === 'github.com' ? 'https://github.com' : new URL(apiBaseUrl).origin;
    return new GithubProvisioner({
      organization: config.getString('organization'),
      url: origin,
      apiBaseUrl,
      visibility:
        config.getOptionalString('visibility') === 'private'
          ? 'private'
          : 'public',
      credentials:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    });
  }

  private constructor(options: {
    organization: string;
    url: string;
    apiBaseUrl: string;
    visibility: 'public' | 'private';
    credentials: GithubCredentialsProvider;
  }) {
    this.organization = options.organization;
    this.#url = options.url;
    this.#apiBaseUrl = options.apiBaseUrl;
    this.#visibility = options.visibility;
    this.#credentials = options.credentials;
    this.#policy = createUpstreamPolicy({
      service: 'GitHub',
      timeoutMs: 20_000,
    });
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
          visibility: this.#visibility,
          private: this.#visibility === 'private',
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
    return `${this.#url}/${this.organization}/${name}`;
  }

  /** A token that may push to a repository: a secret. */
  async getToken(name: string): Promise<string> {
    const { token } = await this.#credentials.getCredentials({
      url: this.toHtmlUrl(name),
    });
    if (!token) {
      throw new Error(
        `integrations.github has no token for ${this.organization}`,
      );
    }
    return token;
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
    return this.#policy.run({ name, idempotent, ...options }, async signal =>
      call(
        new Octokit({
          auth: await this.getToken('-'),
          baseUrl: this.#apiBaseUrl,
          request: { signal },
          // Deprecations are for those who maintain the client, not for a task's log.
          log: {
            debug: () => undefined,
            info: () => undefined,
            warn: () => undefined,
            error: () => undefined,
          },
        }),
      ),
    );
  }
}
