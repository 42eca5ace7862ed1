import { Config } from '@backstage/config';
import { Branches, Groups, Projects } from '@gitbeaker/rest';
import { z } from 'zod/v4';
import { GitlabApi } from '../scm';
import { UpstreamPolicyTuning } from '../upstream';
import { absentWhenNotFound } from './absentWhenNotFound';
import { GitlabPipelineRuns } from './GitlabPipelineRuns';
import { GitlabVariables } from './GitlabVariables';

const Project = z.object({
  id: z.number(),
  web_url: z.string(),
  path_with_namespace: z.string(),
  import_url: z.string().nullish(),
  mirror: z.boolean().nullish(),
  description: z.string().nullish(),
  marked_for_deletion_on: z.string().nullish(),
});

const Group = z.object({ id: z.number() });
const Branch = z.object({ commit: z.object({ id: z.string() }) });

/**
 * A project, as far as the actions look at it.
 *
 * @public
 */
export interface GitlabProjectState {
  id: number;
  url: string;
  path: string;
  /** Repository that it imports, without credentials. */
  importUrl?: string;
  isMirror: boolean;
  description?: string;
}

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Mirrors in the group that `fabrique.gitlab` names, with the token of the core `integrations:`
 * block. Every method throws `UpstreamError`.
 *
 * @see https://docs.gitlab.com/api/projects/
 *
 * @public
 */
export class GitlabProvisioner {
  readonly group: string;
  readonly baseUrl: string;
  readonly variables: GitlabVariables;
  readonly pipelines: GitlabPipelineRuns;
  readonly #api: GitlabApi;

  /**
   * Reads `fabrique.gitlab` and `integrations.gitlab`.
   *
   * @returns undefined when `fabrique.gitlab` is missing.
   * @throws Error if `integrations.gitlab` lacks the host or its token.
   */
  static fromConfig(
    root: Config,
    tuning: UpstreamPolicyTuning = { timeoutMs: 20_000 },
  ): GitlabProvisioner | undefined {
    const api = GitlabApi.fromConfig(root, tuning);
    if (!api) return undefined;
    if (!api.config.token) {
      throw new Error(
        `Configuration fabrique.gitlab.host is '${api.config.host}', and integrations.gitlab has no token for it`,
      );
    }
    return new GitlabProvisioner(api);
  }

  private constructor(api: GitlabApi) {
    this.group = api.config.group;
    this.baseUrl = api.config.webUrl;
    this.#api = api;
    this.variables = new GitlabVariables(api);
    this.pipelines = new GitlabPipelineRuns(api);
  }

  /** Reads a project of the group; one that GitLab is to delete, after its days of grace, is none. */
  async getProject(
    name: string,
    call: CallOptions = {},
  ): Promise<GitlabProjectState | undefined> {
    const project = await absentWhenNotFound(
      this.#api.call({ name: 'read project', ...call }, Project, options =>
        new Projects(options).show(`${this.group}/${name}`),
      ),
    );
    return project && !project.marked_for_deletion_on
      ? toState(project)
      : undefined;
  }

  /** Makes a project that pulls from a repository. */
  async createMirror(
    wish: { name: string; cloneUrl: string; isPrivate: boolean },
    call: CallOptions = {},
  ): Promise<GitlabProjectState> {
    const { cloneUrl, ...project } = wish;
    return this.#create(
      {
        ...project,
        importUrl: cloneUrl,
        mirror: true,
        mirrorTriggerBuilds: true,
      },
      call,
    );
  }

  /** Makes an empty project, for somebody to push to. */
  async createProject(
    wish: { name: string; description: string; isPrivate: boolean },
    call: CallOptions = {},
  ): Promise<GitlabProjectState> {
    return this.#create(wish, call);
  }

  async #create(
    wish: {
      name: string;
      isPrivate: boolean;
      description?: string;
      importUrl?: string;
      mirror?: boolean;
      mirrorTriggerBuilds?: boolean;
    },
    call: CallOptions,
  ): Promise<GitlabProjectState> {
    const { name, isPrivate, ...settings } = wish;
    const group = await this.#api.call(
      { name: 'read group', ...call },
      Group,
      options => new Groups(options).show(this.group, { withProjects: false }),
    );
    const created = await this.#api.call(
      { name: 'create project', ...call },
      Project,
      options =>
        new Projects(options).create({
          name,
          path: name,
          namespaceId: group.id,
          ...settings,
          visibility: isPrivate ? 'private' : 'public',
        }),
    );
    return toState(created);
  }

  /** Has a project no longer pull, so that somebody can push to it. May be repeated. */
  async stopPulling(
    project: { id: number; description: string },
    call: CallOptions = {},
  ): Promise<GitlabProjectState> {
    const edited = await this.#api.call(
      { name: 'change project', ...call },
      Project,
      options =>
        new Projects(options).edit(project.id, {
          mirror: false,
          description: project.description,
        }),
    );
    return toState(edited);
  }

  /** Makes a mirror of a project that imported a repository once. May be repeated. */
  async makeMirror(
    project: { id: number; cloneUrl: string },
    call: CallOptions = {},
  ): Promise<GitlabProjectState> {
    const edited = await this.#api.call(
      { name: 'change project', ...call },
      Project,
      options =>
        new Projects(options).edit(project.id, {
          importUrl: project.cloneUrl,
          mirror: true,
          mirrorTriggerBuilds: true,
        }),
    );
    return toState(edited);
  }

  /** Removes a project. One that is gone already is well. */
  async deleteProject(
    projectId: number,
    call: CallOptions = {},
  ): Promise<void> {
    await absentWhenNotFound(
      this.#api.call(
        { name: 'delete project', idempotent: true, ...call },
        z.unknown(),
        options => new Projects(options).remove(projectId),
      ),
    );
  }

  /** Asks a mirror to fetch now. May be repeated. */
  async pull(projectId: number, call: CallOptions = {}): Promise<void> {
    await this.#api.call(
      { name: 'start mirror', idempotent: true, ...call },
      z.unknown(),
      options =>
        options.requesterFn().post(`projects/${projectId}/mirror/pull`),
    );
  }

  /** Newest commit of a branch; undefined where there is no such branch. */
  async getHead(
    projectId: number,
    branch: string,
    call: CallOptions = {},
  ): Promise<string | undefined> {
    const found = await absentWhenNotFound(
      this.#api.call({ name: 'read branch', ...call }, Branch, options =>
        new Branches(options).show(projectId, branch),
      ),
    );
    return found?.commit.id;
  }
}

function toState(project: z.infer<typeof Project>): GitlabProjectState {
  return {
    id: project.id,
    url: project.web_url,
    path: project.path_with_namespace,
    ...(project.import_url && {
      importUrl: withoutCredentials(project.import_url),
    }),
    isMirror: project.mirror ?? false,
    ...(project.description && { description: project.description }),
  };
}

function withoutCredentials(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return '';
  parsed.username = '';
  parsed.password = '';
  return parsed.toString();
}
