import { GithubApi } from '../scm';
import { looseArray } from '../upstream';
import { absentWhenNotFound } from './absentWhenNotFound';
import { Team, TeamAccess, toRole } from './githubRepository';
import { repeatGithubCall } from './repeatGithubCall';
import { z } from 'zod/v4';

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Teams of the organization that `fabrique.github` names, and what they may do in its repositories.
 * Every method throws `UpstreamError`.
 *
 * @see https://docs.github.com/rest/teams
 *
 * @public
 */
export class GithubTeamAccess {
  readonly #api: GithubApi;
  readonly #organization: string;

  constructor(api: GithubApi) {
    this.#api = api;
    this.#organization = api.config.organization;
  }

  /** Reads a team by its slug. */
  async get(
    slug: string,
    options: CallOptions = {},
  ): Promise<{ id: number; slug: string } | undefined> {
    return absentWhenNotFound(
      repeatGithubCall(
        this.#api,
        'read team',
        Team,
        options,
        (octokit, request) =>
          octokit.teams.getByName({
            org: this.#organization,
            team_slug: slug,
            request,
          }),
      ),
    );
  }

  /** What a team may do in a repository: `pull`, `push`, `maintain`, `admin`…; undefined for nothing. */
  async getRole(
    name: string,
    teamSlug: string,
    options: CallOptions = {},
  ): Promise<string | undefined> {
    const access = await absentWhenNotFound(
      repeatGithubCall(
        this.#api,

        'read team access',
        TeamAccess,
        options,
        (octokit, request) =>
          octokit.teams.checkPermissionsForRepoInOrg({
            owner: this.#organization,
            repo: name,
            org: this.#organization,
            team_slug: teamSlug,
            mediaType: { format: 'repository+json' },
            request,
          }),
      ),
    );
    return access && toRole(access);
  }

  /** Slugs of the teams that may work in a repository. */
  async list(name: string, options: CallOptions = {}): Promise<string[]> {
    const teams = await repeatGithubCall(
      this.#api,

      'read teams',
      looseArray(Team),
      options,
      (octokit, request) =>
        octokit.repos.listTeams({
          owner: this.#organization,
          repo: name,
          per_page: 100,
          request,
        }),
    );
    return teams.map(({ slug }) => slug);
  }

  /** Gives a team the role `maintain`. May be repeated. */
  async giveAccess(
    name: string,
    teamSlug: string,
    options: CallOptions = {},
  ): Promise<void> {
    await repeatGithubCall(
      this.#api,

      'give team access',
      z.unknown(),
      options,
      (octokit, request) =>
        octokit.teams.addOrUpdateRepoPermissionsInOrg({
          owner: this.#organization,
          repo: name,
          org: this.#organization,
          team_slug: teamSlug,
          permission: 'maintain',
          request,
        }),
    );
  }

  /** Makes a team that the whole organization sees; GitHub makes its slug of the name. */
  async create(
    wish: { name: string; description: string },
    { signal }: CallOptions = {},
  ): Promise<{ id: number; slug: string }> {
    const { body } = await this.#api.call(
      { name: 'create team', owner: this.#organization, writes: true, signal },
      Team,
      (octokit, request) =>
        octokit.teams.create({
          org: this.#organization,
          ...wish,
          privacy: 'closed',
          request,
        }),
    );
    return body;
  }

  /** Removes a team; repositories stay. One that is gone already is well. */
  async delete(slug: string, options: CallOptions = {}): Promise<void> {
    await absentWhenNotFound(
      repeatGithubCall(
        this.#api,
        'delete team',
        z.unknown(),
        options,
        (octokit, request) =>
          octokit.teams.deleteInOrg({
            org: this.#organization,
            team_slug: slug,
            request,
          }),
      ),
    );
  }

  /** Logins of the people of a team, up to 100; none where there is no such team. */
  async listMembers(
    slug: string,
    options: CallOptions = {},
  ): Promise<string[]> {
    const members = await absentWhenNotFound(
      repeatGithubCall(
        this.#api,
        'list team members',
        looseArray(z.object({ login: z.string() })),
        options,
        (octokit, request) =>
          octokit.teams.listMembersInOrg({
            org: this.#organization,
            team_slug: slug,
            per_page: 100,
            request,
          }),
      ),
    );
    return members?.map(({ login }) => login) ?? [];
  }

  /** Adds a person, or invites who is not of the organization yet. May be repeated. */
  async addMember(
    slug: string,
    login: string,
    options: CallOptions = {},
  ): Promise<void> {
    await repeatGithubCall(
      this.#api,
      'add team member',
      z.unknown(),
      options,
      (octokit, request) =>
        octokit.teams.addOrUpdateMembershipForUserInOrg({
          org: this.#organization,
          team_slug: slug,
          username: login,
          role: 'member',
          request,
        }),
    );
  }

  /** Names of the repositories in which a team may work, up to 100. */
  async listRepositories(
    slug: string,
    options: CallOptions = {},
  ): Promise<string[]> {
    const repositories = await absentWhenNotFound(
      repeatGithubCall(
        this.#api,
        'list team repositories',
        looseArray(z.object({ name: z.string() })),
        options,
        (octokit, request) =>
          octokit.teams.listReposInOrg({
            org: this.#organization,
            team_slug: slug,
            per_page: 100,
            request,
          }),
      ),
    );
    return repositories?.map(({ name }) => name) ?? [];
  }

  /** Page of a team, whether or not it exists. */
  toHtmlUrl(slug: string): string {
    return `${this.#api.config.webUrl}/orgs/${
      this.#organization
    }/teams/${slug}`;
  }
}
