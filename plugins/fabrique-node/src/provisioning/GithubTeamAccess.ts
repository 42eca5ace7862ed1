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
}
