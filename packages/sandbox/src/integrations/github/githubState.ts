import { join } from 'path';
import { GitRepository } from '../../git/GitRepository';
import { DocumentStore } from '../../kernel/DocumentStore';
import { SandboxContext } from '../../kernel/Facade';
import { notFound } from './githubHttp';

/** Permission of a team on a repository, weakest first. */
export const teamPermissions = [
  'pull',
  'triage',
  'push',
  'maintain',
  'admin',
] as const;

/** See {@link teamPermissions}. */
export type TeamPermission = (typeof teamPermissions)[number];

/** A pull request; commits are in git. */
export interface PullRequestDocument {
  id: number;
  number: number;
  title: string;
  body?: string;
  state: 'open' | 'closed';
  draft: boolean;
  author: string;
  head: string;
  base: string;
  createdAt: string;
  updatedAt: string;
  mergedAt?: string;
  closedAt?: string;
}

/** An issue that people or programs opened. */
export interface IssueDocument {
  number: number;
  title: string;
  body?: string;
  labels: string[];
  author: string;
  state: 'open' | 'closed';
  /** `completed` or `not_planned`, of a closed one. */
  stateReason?: string;
  /** How many. */
  comments: number;
  isLocked?: boolean;
  createdAt: string;
  updatedAt: string;
  closedAt?: string;
}

/** A release; its tag is in git. */
export interface ReleaseDocument {
  id: number;
  tag: string;
  name: string;
  body: string;
  draft: boolean;
  prerelease: boolean;
  author: string;
  createdAt: string;
  publishedAt?: string;
}

/** A Dependabot alert. */
export interface SecurityAlertDocument {
  number: number;
  state: 'open' | 'fixed' | 'dismissed';
  package: string;
  severity: 'low' | 'medium' | 'high' | 'critical';
  summary: string;
  ghsaId: string;
  patchedVersion: string;
  createdAt: string;
}

/** What GitHub knows of a repository beside its git content. */
export interface RepositoryDocument {
  id: number;
  owner: string;
  name: string;
  description?: string;
  homepage?: string;
  visibility: 'public' | 'private' | 'internal';
  archived: boolean;
  topics: string[];
  createdAt: string;
  updatedAt: string;
  pushedAt: string;
  /** Switches that callers set and read back: `has_wiki`, `delete_branch_on_merge`. */
  settings: Record<string, boolean | string>;
  /** Request body of each protected branch. */
  protections: Record<string, Record<string, unknown>>;
  /** Permission by team slug. */
  teams: Record<string, TeamPermission>;
  pullRequests: PullRequestDocument[];
  /** Absent in data folders that are older than issues. */
  issues?: IssueDocument[];
  releases: ReleaseDocument[];
  alerts: SecurityAlertDocument[];
}

/** A team of the organization. */
export interface TeamDocument {
  id: number;
  slug: string;
  name: string;
  description: string;
  /** Logins. */
  members: string[];
  createdAt: string;
}

/** The only organization of the sandbox. */
export const organization = 'SocialGouv';

/** Everything that the GitHub facade keeps: documents, and bare repositories beside them. */
export class GithubState {
  readonly repositories: DocumentStore<RepositoryDocument>;
  readonly teams: DocumentStore<TeamDocument>;
  readonly context: SandboxContext;
  readonly #dataDir: string;

  constructor(context: SandboxContext) {
    this.context = context;
    this.#dataDir = context.dataDir('github');
    this.repositories = context.documents('github-repositories');
    this.teams = context.documents('github-teams');
  }

  /** The REST API's address. */
  get apiUrl(): string {
    return `${this.context.urls.github}/api/v3`;
  }

  now(): string {
    return this.context.now().toISOString();
  }

  find(owner: string, name: string): RepositoryDocument | undefined {
    return this.repositories.get(`${owner}/${name}`.toLowerCase());
  }

  git(repository: RepositoryDocument): GitRepository {
    return new GitRepository(this.directory(repository.owner, repository.name));
  }

  directory(owner: string, name: string): string {
    return join(this.#dataDir, owner, `${name}.git`);
  }

  create(repository: RepositoryDocument): RepositoryDocument {
    return this.repositories.put(
      `${repository.owner}/${repository.name}`.toLowerCase(),
      { ...repository, updatedAt: this.now() },
    );
  }

  /**
   * Changes a repository.
   *
   * @throws GithubProblem 404 when it was removed while the request was at work.
   */
  save(repository: RepositoryDocument): RepositoryDocument {
    if (!this.find(repository.owner, repository.name)) throw notFound();
    return this.create(repository);
  }

  nextRepositoryId(): number {
    return Math.max(1000, ...this.repositories.list().map(({ id }) => id)) + 1;
  }

  /** Notes new commits and tells the mirrors. */
  pushed(repository: RepositoryDocument): void {
    // Other requests may have changed or removed it while git worked.
    const current = this.find(repository.owner, repository.name);
    if (!current) return;
    this.save({ ...current, pushedAt: this.now() });
    this.context.events.emit('pushed', {
      repository: `${repository.owner}/${repository.name}`,
    });
  }
}

/** A repository as GitHub starts it. */
export function createRepositoryDocument(
  values: Pick<RepositoryDocument, 'id' | 'owner' | 'name' | 'createdAt'> &
    Partial<RepositoryDocument>,
): RepositoryDocument {
  return {
    visibility: 'public',
    archived: false,
    topics: [],
    updatedAt: values.createdAt,
    pushedAt: values.createdAt,
    settings: {},
    protections: {},
    teams: {},
    pullRequests: [],
    releases: [],
    alerts: [],
    ...values,
  };
}
