import { join } from 'path';
import { GitRepository } from '../../git/GitRepository';
import { DocumentStore } from '../../kernel/DocumentStore';
import { SandboxContext } from '../../kernel/Facade';
import { PipelineDocument } from './gitlabPipelineState';

/** A CI/CD variable of a project. */
export interface VariableDocument {
  key: string;
  value: string;
  variable_type: 'env_var' | 'file';
  protected: boolean;
  masked: boolean;
  hidden: boolean;
  raw: boolean;
  environment_scope: string;
  description?: string;
}

/** How the last update of a pull mirror went. */
export interface MirrorUpdate {
  status: 'none' | 'scheduled' | 'started' | 'finished' | 'failed';
  lastUpdateStartedAt?: string;
  lastUpdateAt?: string;
  lastSuccessfulUpdateAt?: string;
  lastError?: string;
}

/** What GitLab knows of a project beside its git content. */
export interface ProjectDocument {
  id: number;
  name: string;
  path: string;
  namespace: string;
  description?: string;
  visibility: 'public' | 'internal' | 'private';
  archived: boolean;
  topics: string[];
  createdAt: string;
  lastActivityAt: string;
  /** Where it was imported from and, for a mirror, pulls from; may hold credentials. */
  importUrl?: string;
  importStatus: 'none' | 'scheduled' | 'started' | 'finished' | 'failed';
  importError?: string;
  mirror: boolean;
  mirrorTriggerBuilds: boolean;
  /** A stuck mirror is not updated until someone asks for it. */
  isStuck: boolean;
  update: MirrorUpdate;
  /** Hash by full ref for which pipelines have been considered; absent before the first fetch. */
  seenRefs?: Record<string, string>;
  variables: VariableDocument[];
}

/** A place that deploy jobs deploy to. */
export interface EnvironmentDocument {
  id: number;
  projectId: number;
  name: string;
  slug: string;
  externalUrl?: string;
  state: 'available' | 'stopped';
  createdAt: string;
  updatedAt: string;
}

/** The only group of the sandbox. */
export const group = { id: 10, name: 'SocialGouv', path: 'SocialGouv' };

/** Everything that the GitLab facade keeps: documents, and bare repositories beside them. */
export class GitlabState {
  readonly context: SandboxContext;
  readonly projects: DocumentStore<ProjectDocument>;
  readonly pipelines: DocumentStore<PipelineDocument>;
  readonly environments: DocumentStore<EnvironmentDocument>;
  readonly #sequences: DocumentStore<{ last: number }>;
  readonly #dataDir: string;

  constructor(context: SandboxContext) {
    this.context = context;
    this.#dataDir = context.dataDir('gitlab');
    this.projects = context.documents('gitlab-projects');
    this.pipelines = context.documents('gitlab-pipelines');
    this.environments = context.documents('gitlab-environments');
    this.#sequences = context.documents('gitlab-sequences');
  }

  get url(): string {
    return this.context.urls.gitlab;
  }

  now(): string {
    return this.context.now().toISOString();
  }

  /** By number, or by full path. */
  findProject(idOrPath: string): ProjectDocument | undefined {
    if (/^\d+$/.test(idOrPath)) return this.projects.get(idOrPath);
    const wanted = idOrPath.toLowerCase();
    return this.projects
      .list()
      .find(
        ({ namespace, path }) =>
          `${namespace}/${path}`.toLowerCase() === wanted,
      );
  }

  save(project: ProjectDocument): ProjectDocument {
    return this.projects.put(String(project.id), project);
  }

  /** Changes some fields of a project as it is now: others may have changed meanwhile. */
  update(id: number, changes: Partial<ProjectDocument>): void {
    const project = this.projects.get(String(id));
    if (project) this.save({ ...project, ...changes });
  }

  git(project: ProjectDocument): GitRepository {
    return new GitRepository(this.directory(project));
  }

  directory({ namespace, path }: { namespace: string; path: string }): string {
    return join(this.#dataDir, namespace, `${path}.git`);
  }

  /** Pipelines of a project, newest first. */
  pipelinesOf(projectId: number): PipelineDocument[] {
    return this.pipelines
      .list()
      .filter(pipeline => pipeline.projectId === projectId)
      .sort((a, b) => b.id - a.id);
  }

  savePipeline(pipeline: PipelineDocument): PipelineDocument {
    return this.pipelines.put(String(pipeline.id), pipeline);
  }

  /** As in GitLab never one that a deleted project had. */
  nextProjectId(): number {
    const ids = this.projects.list().map(({ id }) => id);
    const last = this.#sequences.get('project')?.last ?? Math.max(200, ...ids);
    return this.#sequences.put('project', { last: last + 1 }).last;
  }

  nextPipelineId(): number {
    return Math.max(5000, ...this.pipelines.list().map(({ id }) => id)) + 1;
  }

  /** Notes that something is deployed to an environment, and makes it when it is new. */
  touchEnvironment(
    projectId: number,
    values: { name: string; slug: string; externalUrl?: string },
    at: string,
  ): EnvironmentDocument {
    const key = `${projectId}:${values.name}`;
    const known = this.environments.get(key);
    const id =
      known?.id ??
      Math.max(300, ...this.environments.list().map(item => item.id)) + 1;
    return this.environments.put(key, {
      ...known,
      id,
      projectId,
      ...values,
      externalUrl: values.externalUrl ?? known?.externalUrl,
      state: 'available',
      createdAt: known?.createdAt ?? at,
      updatedAt: at,
    });
  }
}

/** A project as GitLab starts it. */
export function createProjectDocument(
  values: Pick<ProjectDocument, 'id' | 'name' | 'path' | 'createdAt'> &
    Partial<ProjectDocument>,
): ProjectDocument {
  return {
    namespace: group.path,
    visibility: 'public',
    archived: false,
    topics: [],
    lastActivityAt: values.createdAt,
    importStatus: 'none',
    mirror: false,
    mirrorTriggerBuilds: false,
    isStuck: false,
    update: { status: 'none' },
    variables: [],
    ...values,
  };
}

/** An address without the credentials that it may hold. */
export function withoutCredentials(url: string): string {
  const parsed = new URL(url);
  parsed.username = '';
  parsed.password = '';
  return parsed.toString();
}
