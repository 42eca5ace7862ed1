import { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { Gitlab } from '@gitbeaker/rest';
import { z } from 'zod/v4';
import { createUpstreamPolicy, UpstreamPolicy } from '../upstream';
import { absentWhenNotFound } from './absentWhenNotFound';

const GitlabProject = z.object({
  id: z.number(),
  web_url: z.string(),
  path_with_namespace: z.string(),
  default_branch: z.string().nullish(),
  import_url: z.string().nullish(),
  mirror: z.boolean().nullish(),
});

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
  readonly #api: InstanceType<typeof Gitlab>;
  readonly #policy: UpstreamPolicy;

  /**
   * Reads `fabrique.gitlab` and `integrations.gitlab`.
   *
   * @returns undefined when `fabrique.gitlab` is missing.
   * @throws Error if `integrations.gitlab` lacks the host or its token.
   */
  static fromConfig(root: Config): GitlabProvisioner | undefined {
    const config = root.getOptionalConfig('fabrique.gitlab');
    if (!config) return undefined;
    const host = config.getOptionalString('host') ?? 'gitlab.com';
    const integration = ScmIntegrations.fromConfig(root).gitlab.byHost(host);
    if (!integration?.config.token) {
      throw new Error(
        `Configuration fabrique.gitlab.host is '${host}', and integrations.gitlab has no token for it`,
      );
    }
    return new GitlabProvisioner({
      group: config.getString('group'),
      baseUrl: integration.config.baseUrl,
      token: integration.config.token,
    });
  }

  private constructor(options: {
    group: string;
    baseUrl: string;
    token: string;
  }) {
    this.group = options.group;
    this.baseUrl = options.baseUrl;
    this.#api = new Gitlab({ host: options.baseUrl, token: options.token });
    this.#policy = createUpstreamPolicy({
      service: 'GitLab',
      timeoutMs: 20_000,
    });
  }

  /** Reads a project of the group. */
  async getProject(
    name: string,
    options: CallOptions = {},
  ): Promise<GitlabProjectState | undefined> {
    const answer = await absentWhenNotFound(
      this.#run('read project', true, options, () =>
        this.#api.Projects.show(`${this.group}/${name}`),
      ),
    );
    return answer && toState(answer);
  }

  /** Makes a project that pulls from a repository. */
  async createMirror(
    wish: { name: string; cloneUrl: string; isPrivate: boolean },
    options: CallOptions = {},
  ): Promise<GitlabProjectState> {
    const group = await this.#run('read group', true, options, () =>
      this.#api.Groups.show(this.group, { withProjects: false }),
    );
    const created = await this.#run('create project', false, options, () =>
      this.#api.Projects.create({
        name: wish.name,
        path: wish.name,
        namespaceId: group.id,
        importUrl: wish.cloneUrl,
        mirror: true,
        mirrorTriggerBuilds: true,
        visibility: wish.isPrivate ? 'private' : 'public',
      }),
    );
    return toState(created);
  }

  /** Makes a mirror of a project that imported a repository once. May be repeated. */
  async makeMirror(
    project: { id: number; cloneUrl: string },
    options: CallOptions = {},
  ): Promise<GitlabProjectState> {
    const edited = await this.#run('change project', true, options, () =>
      this.#api.Projects.edit(project.id, {
        importUrl: project.cloneUrl,
        mirror: true,
        mirrorTriggerBuilds: true,
      }),
    );
    return toState(edited);
  }

  /** Asks a mirror to fetch now. May be repeated. */
  async pull(projectId: number, options: CallOptions = {}): Promise<void> {
    await this.#run('start mirror', true, options, () =>
      this.#api.requester.post(`projects/${projectId}/mirror/pull`),
    );
  }

  /** Newest commit of a branch; undefined where there is no such branch. */
  async getHead(
    projectId: number,
    branch: string,
    options: CallOptions = {},
  ): Promise<string | undefined> {
    const answer = await absentWhenNotFound(
      this.#run('read branch', true, options, () =>
        this.#api.Branches.show(projectId, branch),
      ),
    );
    const id = answer?.commit?.id;
    return typeof id === 'string' ? id : undefined;
  }

  #run<T>(
    name: string,
    idempotent: boolean,
    options: CallOptions,
    call: () => Promise<T>,
  ): Promise<T> {
    return this.#policy.run({ name, idempotent, ...options }, call);
  }
}

function toState(answer: unknown): GitlabProjectState {
  const project = GitlabProject.parse(answer);
  return {
    id: project.id,
    url: project.web_url,
    path: project.path_with_namespace,
    ...(project.import_url && {
      importUrl: withoutCredentials(project.import_url),
    }),
    isMirror: project.mirror ?? false,
  };
}

function withoutCredentials(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return '';
  parsed.username = '';
  parsed.password = '';
  return parsed.toString();
}
