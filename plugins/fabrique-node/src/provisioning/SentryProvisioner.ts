import { z } from 'zod/v4';
import type { SentryConfig } from '../integrations/sentry';
import {
  encodePath,
  looseArray,
  UpstreamClient,
  UpstreamPolicyTuning,
} from '../upstream';
import { absentWhenNotFound } from './absentWhenNotFound';

const Team = z.object({ slug: z.string() });
const Project = z.object({
  slug: z.string(),
  platform: z.string().nullish(),
  teams: looseArray(Team).nullish(),
});
const Key = z.object({
  isActive: z.boolean().nullish(),
  dsn: z.object({ public: z.string() }),
});

/**
 * A project, as far as the actions look at it.
 *
 * @public
 */
export interface SentryProjectState {
  slug: string;
  /** Slugs of its teams. */
  teams: string[];
}

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Teams, projects and keys of one Sentry organization. Every method throws `UpstreamError`.
 *
 * @see https://docs.sentry.io/api/projects/
 *
 * @public
 */
export class SentryProvisioner {
  readonly organization: string;
  readonly baseUrl: string;
  readonly #http: UpstreamClient;

  constructor(
    config: Pick<SentryConfig, 'baseUrl' | 'organization' | 'token'>,
    tuning: UpstreamPolicyTuning = {},
  ) {
    this.organization = config.organization;
    this.baseUrl = config.baseUrl;
    this.#http = UpstreamClient.create({
      ...tuning,
      service: 'Sentry',
      baseUrl: config.baseUrl,
      headers: { authorization: `Bearer ${config.token}` },
    });
  }

  /** Whether a team exists. */
  async hasTeam(team: string, options: CallOptions = {}): Promise<boolean> {
    const answer = await absentWhenNotFound(
      this.#http.requestJson(
        encodePath`/api/0/teams/${this.organization}/${team}/projects/`,
        z.array(z.unknown()),
        { operation: 'read team', ...options },
      ),
    );
    return answer !== undefined;
  }

  /** Makes a team. */
  async createTeam(team: string, options: CallOptions = {}): Promise<void> {
    await this.#http.requestJson(
      encodePath`/api/0/organizations/${this.organization}/teams/`,
      Team,
      {
        operation: 'create team',
        method: 'POST',
        json: { slug: team, name: team },
        ...options,
      },
    );
  }

  /** Reads a project. */
  async getProject(
    project: string,
    options: CallOptions = {},
  ): Promise<SentryProjectState | undefined> {
    const answer = await absentWhenNotFound(
      this.#http.requestJson(
        encodePath`/api/0/projects/${this.organization}/${project}/`,
        Project,
        { operation: 'read project', ...options },
      ),
    );
    return answer && toState(answer.body);
  }

  /** Makes a project that belongs to a team. */
  async createProject(
    wish: { team: string; project: string; platform: string },
    options: CallOptions = {},
  ): Promise<void> {
    await this.#http.requestJson(
      encodePath`/api/0/teams/${this.organization}/${wish.team}/projects/`,
      z.object({ slug: z.string() }),
      {
        operation: 'create project',
        method: 'POST',
        json: {
          name: wish.project,
          slug: wish.project,
          platform: wish.platform,
        },
        ...options,
      },
    );
  }

  /** Gives a project to a team too. May be repeated. */
  async addTeam(
    wish: { team: string; project: string },
    options: CallOptions = {},
  ): Promise<void> {
    await this.#http.requestJson(
      encodePath`/api/0/projects/${this.organization}/${wish.project}/teams/${wish.team}/`,
      z.object({ slug: z.string() }),
      {
        operation: 'give project to team',
        method: 'POST',
        idempotent: true,
        ...options,
      },
    );
  }

  /** Removes a project with its events. One that is gone already is well. */
  async deleteProject(
    project: string,
    options: CallOptions = {},
  ): Promise<void> {
    await absentWhenNotFound(
      this.#http.requestText(
        encodePath`/api/0/projects/${this.organization}/${project}/`,
        { operation: 'delete project', method: 'DELETE', ...options },
      ),
    );
  }

  /** Slugs of the projects of a team. */
  async listTeamProjects(
    team: string,
    options: CallOptions = {},
  ): Promise<string[]> {
    const answer = await absentWhenNotFound(
      this.#http.requestJson(
        encodePath`/api/0/teams/${this.organization}/${team}/projects/`,
        looseArray(z.object({ slug: z.string() })),
        { operation: 'list projects of team', ...options },
      ),
    );
    return (answer?.body ?? []).map(({ slug }) => slug);
  }

  /** Removes a team. One that is gone already is well. */
  async deleteTeam(team: string, options: CallOptions = {}): Promise<void> {
    await absentWhenNotFound(
      this.#http.requestText(
        encodePath`/api/0/teams/${this.organization}/${team}/`,
        { operation: 'delete team', method: 'DELETE', ...options },
      ),
    );
  }

  /** Address to which an application sends its errors; it is made if the project has none. */
  async getDsn(project: string, options: CallOptions = {}): Promise<string> {
    const path = encodePath`/api/0/projects/${this.organization}/${project}/keys/`;
    const { body } = await this.#http.requestJson(path, looseArray(Key), {
      operation: 'read project keys',
      ...options,
    });
    const active = body.find(({ isActive }) => isActive !== false);
    if (active) return active.dsn.public;
    const created = await this.#http.requestJson(path, Key, {
      operation: 'create project key',
      method: 'POST',
      json: { name: 'Default' },
      ...options,
    });
    return created.body.dsn.public;
  }

  /** Page of a project. */
  toProjectUrl(project: string): string {
    return (
      this.baseUrl +
      encodePath`/organizations/${this.organization}/projects/${project}/`
    );
  }

  /** Page of a team, whether or not it exists. */
  toTeamUrl(team: string): string {
    return `${this.baseUrl}/settings/${encodeURIComponent(
      this.organization,
    )}/teams/${encodeURIComponent(team)}/`;
  }
}

function toState(project: z.infer<typeof Project>): SentryProjectState {
  return {
    slug: project.slug,
    teams: (project.teams ?? []).map(({ slug }) => slug),
  };
}
