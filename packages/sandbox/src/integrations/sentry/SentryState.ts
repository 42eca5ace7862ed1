import { randomBytes } from 'crypto';
import { fleet, FleetApp, teams as fleetTeams } from '../../fleet/fleet';
import { toUuid, toWhole } from '../../fleet/stableNoise';
import { DocumentStore } from '../../kernel/DocumentStore';
import { SandboxContext } from '../../kernel/Facade';

/** The one organization. */
export const organizationSlug = 'incubateur';

/** Bearer token of the portal. */
export const sentryToken = 'sandbox-sentry-token';

/** A team of the organization. */
export interface SentryTeam {
  id: string;
  slug: string;
  name: string;
  dateCreated: string;
}

/** A client key: with it an application may send events. */
export interface SentryKey {
  public: string;
  secret: string;
  label: string;
  dateCreated: string;
}

/** A project of the organization. */
export interface SentryProject {
  /** Numeric, as in a DSN. */
  id: string;
  slug: string;
  name: string;
  platform?: string;
  /** Slugs of its teams. */
  teams: string[];
  dateCreated: string;
  /** When the first event came. */
  firstEvent?: string;
  keys: SentryKey[];
  /** Application of the seeded fleet whose history this project has. */
  app?: string;
}

/** What came from an application, grouped. */
export interface ReceivedIssue {
  id: string;
  projectId: string;
  number: number;
  /** What makes two events the same issue. */
  fingerprint: string;
  type: string;
  value: string;
  culprit: string;
  level: string;
  firstSeen: string;
  lastSeen: string;
  count: number;
  /** Who met it, as the application names them. */
  users: string[];
  environments: string[];
  releases: string[];
}

/** Sums of one project: by hour (ISO) and by environment. */
export interface ReceivedCounts {
  projectId: string;
  events: Record<string, number>;
  sessions: Record<string, Record<string, { total: number; crashed: number }>>;
  /** Version to the time it was first heard of. */
  releases: Record<string, string>;
  environments: string[];
}

const firstSeededId = 101;

/** What the organization holds, on disk. */
export class SentryState {
  readonly teams: DocumentStore<SentryTeam>;
  readonly projects: DocumentStore<SentryProject>;
  readonly issues: DocumentStore<ReceivedIssue>;
  readonly counts: DocumentStore<ReceivedCounts>;
  readonly #context: SandboxContext;

  constructor(context: SandboxContext) {
    this.#context = context;
    this.teams = context.documents('sentry-teams');
    this.projects = context.documents('sentry-projects');
    this.issues = context.documents('sentry-issues');
    this.counts = context.documents('sentry-counts');
  }

  now(): Date {
    return this.#context.now();
  }

  /** Address of Sentry itself. */
  get url(): string {
    return this.#context.urls.sentry;
  }

  seed(): void {
    // Projects are written last: a start that was killed in between seeds again.
    if (this.projects.size > 0) return;
    const dateCreated = '2022-01-10T09:00:00.000000Z';
    this.teams.putAll(
      fleetTeams.map((slug, index) => [
        slug,
        { id: String(index + 1), slug, name: slug, dateCreated },
      ]),
    );
    const seeded = fleet.flatMap(app => (app.sentryProject ? [app] : []));
    this.projects.putAll(
      seeded.map((app, index) => {
        const slug = app.sentryProject!;
        const key = toUuid('sentry-key', slug).replace(/-/g, '');
        return [
          slug,
          {
            id: String(firstSeededId + index),
            slug,
            name: slug,
            platform: toWhole(0, 2, slug) ? 'javascript-nextjs' : 'node',
            teams: [app.team],
            dateCreated,
            firstEvent: dateCreated,
            keys: [{ public: key, secret: key, label: 'Default', dateCreated }],
            app: app.name,
          },
        ];
      }),
    );
  }

  createTeam(slug: string, name: string): SentryTeam {
    const id = String(
      Math.max(0, ...this.teams.list().map(team => Number(team.id))) + 1,
    );
    const dateCreated = this.now().toISOString();
    return this.teams.put(slug, { id, slug, name, dateCreated });
  }

  createProject(
    project: Pick<SentryProject, 'slug' | 'name' | 'platform' | 'teams'>,
  ): SentryProject {
    const ids = this.projects.list().map(({ id }) => Number(id));
    return this.projects.put(project.slug, {
      ...project,
      id: String(Math.max(firstSeededId - 1, ...ids) + 1),
      dateCreated: this.now().toISOString(),
      keys: [this.createKey('Default')],
    });
  }

  createKey(label: string): SentryKey {
    return {
      public: randomBytes(16).toString('hex'),
      secret: randomBytes(16).toString('hex'),
      label,
      dateCreated: this.now().toISOString(),
    };
  }

  deleteTeam(slug: string): void {
    this.teams.delete(slug);
    for (const project of this.projects.list()) {
      if (!project.teams.includes(slug)) continue;
      const teams = project.teams.filter(team => team !== slug);
      this.projects.put(project.slug, { ...project, teams });
    }
  }

  deleteProject({ id, slug }: SentryProject): void {
    this.projects.delete(slug);
    this.counts.delete(id);
    for (const issue of this.issues.list()) {
      if (issue.projectId === id) this.issues.delete(issue.id);
    }
  }

  /** By slug or by id, as Sentry's paths allow. */
  findProject(slugOrId: string): SentryProject | undefined {
    return (
      this.projects.get(slugOrId) ??
      this.projects.list().find(({ id }) => id === slugOrId)
    );
  }

  /** The application of the fleet whose history a project has. */
  findApp(project: SentryProject): FleetApp | undefined {
    return fleet.find(({ name }) => name === project.app);
  }
}
