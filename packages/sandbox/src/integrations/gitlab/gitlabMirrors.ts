import { GitError, runGit } from '../../git/runGit';
import { GitRepository } from '../../git/GitRepository';
import {
  GitlabState,
  ProjectDocument,
  withoutCredentials,
} from './gitlabState';

/** A branch or tag that has a new commit. */
export interface ChangedRef {
  /** `main`, `v1.0.0`. */
  ref: string;
  tag: boolean;
  sha: string;
}

/** Makes the pipelines for new commits; `isFirst` is an import. */
export type OnChanged = (
  project: ProjectDocument,
  changes: ChangedRef[],
  isFirst: boolean,
) => Promise<void>;

const pollMs = 20_000;
const tickMs = 500;

/**
 * Reads what a repository tells git about its branches and tags (`info/refs`). An annotated tag
 * comes twice, the second time with its commit.
 */
export function parseAdvertisedRefs(text: string): Record<string, string> {
  const lines = text.matchAll(
    /[0-9a-f]{4}([0-9a-f]{40}) (refs\/(?:heads|tags)\/[^\s\0^]+)(?:\^\{\})?[\n\0]/g,
  );
  return Object.fromEntries([...lines].map(([, sha, name]) => [name, sha]));
}

function isSameRefs(
  a: Record<string, string> = {},
  b: Record<string, string> = {},
): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every(name => a[name] === b[name])
  );
}

/** Keeps mirrors up to date: fetches when the source tells of a push, when asked, and every 20 s. */
export class GitlabMirrors {
  readonly #state: GitlabState;
  readonly #onChanged: OnChanged;
  readonly #running = new Map<number, Promise<void>>();
  readonly #pollAt = new Map<number, number>();
  readonly #failures = new Map<number, number>();
  #timer?: NodeJS.Timeout;

  /** Refs that `onChanged` got count as seen once it has resolved. */
  constructor(state: GitlabState, onChanged: OnChanged) {
    this.#state = state;
    this.#onChanged = onChanged;
  }

  start(): void {
    this.#state.context.events.on('pushed', this.#onPushed);
    this.#state.projects.list().forEach((project, index) => {
      const isUnfinished = ['scheduled', 'started'].includes(
        project.importStatus,
      );
      // Spread, so that the first round does not take the whole machine.
      this.#pollAt.set(
        project.id,
        Date.now() + (isUnfinished ? 0 : 3000 + index * 600),
      );
    });
    this.#timer = setInterval(() => this.#pollDue(), tickMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#state.context.events.off('pushed', this.#onPushed);
    await Promise.allSettled(this.#running.values());
  }

  /** Fetches now, after what is already under way; the project says how it went. */
  fetch(id: number): Promise<void> {
    return this.alone(id, () => this.#fetch(id));
  }

  /** Works on a project's repository after what is under way, and holds up what comes meanwhile. */
  async alone(id: number, work: () => Promise<void>): Promise<void> {
    const before = this.#running.get(id) ?? Promise.resolve();
    // Whoever asked for the one before was told how that went.
    const mine = before.catch(() => undefined).then(work);
    this.#running.set(id, mine);
    try {
      await mine;
    } finally {
      if (this.#running.get(id) === mine) this.#running.delete(id);
    }
  }

  /** Makes pipelines for what is new in a repository, however it came. */
  async notice(id: number, isFirst = false): Promise<void> {
    const project = this.#state.projects.get(String(id));
    if (!project) return;
    const refs = await this.#state.git(project).allRefs();
    const seen = project.seenRefs ?? {};
    const changes = Object.entries(refs)
      .filter(([name, sha]) => seen[name] !== sha)
      .map(([name, sha]) => ({
        ref: name.replace(/^refs\/(heads|tags)\//, ''),
        tag: name.startsWith('refs/tags/'),
        sha,
      }));
    if (changes.length > 0) {
      await this.#onChanged(project, changes, isFirst);
    }
    if (!project.seenRefs || !isSameRefs(seen, refs)) {
      this.#state.update(id, { seenRefs: refs });
    }
  }

  readonly #onPushed = ({ repository }: { repository: string }) => {
    const wanted = `/${repository}`.toLowerCase();
    for (const project of this.#state.projects.list()) {
      const path = project.importUrl
        ? new URL(project.importUrl).pathname.replace(/\.git$/, '')
        : '';
      if (project.mirror && !project.isStuck && path.toLowerCase() === wanted) {
        this.fetch(project.id).catch(error => this.#log(project, error));
      }
    }
  };

  #pollDue(): void {
    const now = Date.now();
    const due = this.#state.projects
      .list()
      .filter(
        ({ mirror, importStatus }) => mirror || importStatus === 'scheduled',
      )
      .filter(({ id, isStuck }) => !isStuck && !this.#running.has(id))
      .find(({ id }) => (this.#pollAt.get(id) ?? 0) <= now);
    if (!due) return;
    this.#pollAt.set(due.id, now + pollMs);
    this.#poll(due).catch(error => this.#log(due, error));
  }

  /** Looks at the source's branches and tags, which costs little, and fetches when they changed. */
  async #poll(project: ProjectDocument): Promise<void> {
    const { id, importUrl } = project;
    if (!importUrl) return;
    if (project.importStatus !== 'finished') {
      await this.fetch(id);
      return;
    }
    const advertised = await this.#readAdvertised(importUrl);
    const failures = advertised ? 0 : (this.#failures.get(id) ?? 0) + 1;
    this.#failures.set(id, failures);
    // One missed answer is no news; at the second the fetch says what is wrong.
    if (failures === 1) return;
    if (!advertised || !isSameRefs(advertised, project.seenRefs)) {
      await this.fetch(id);
      return;
    }
    const at = this.#state.now();
    const { update } = this.#state.projects.get(String(id)) ?? project;
    // Written once a minute only: each change writes the whole file.
    const last = Date.parse(update.lastSuccessfulUpdateAt ?? '') || 0;
    if (Date.parse(at) - last > 60_000) {
      this.#state.update(id, {
        update: {
          status: 'finished',
          lastUpdateStartedAt: at,
          lastUpdateAt: at,
          lastSuccessfulUpdateAt: at,
        },
      });
    }
  }

  async #readAdvertised(
    importUrl: string,
  ): Promise<Record<string, string> | undefined> {
    const { username, password } = new URL(importUrl);
    const credentials = Buffer.from(
      `${decodeURIComponent(username)}:${decodeURIComponent(password)}`,
    ).toString('base64');
    try {
      const response = await fetch(
        `${withoutCredentials(importUrl)}/info/refs?service=git-upload-pack`,
        {
          headers: username ? { authorization: `Basic ${credentials}` } : {},
          signal: AbortSignal.timeout(10_000),
        },
      );
      const body = await response.text();
      return response.ok ? parseAdvertisedRefs(body) : undefined;
    } catch (error) {
      this.#state.context.log(
        `gitlab: a mirror's source does not answer: ${error}`,
      );
      return undefined;
    }
  }

  async #fetch(id: number): Promise<void> {
    const project = this.#state.projects.get(String(id));
    if (!project?.importUrl) return;
    const git = await GitRepository.create(this.#state.directory(project));
    const startedAt = this.#state.now();
    const isImport = project.importStatus !== 'finished';
    const { update } = project;
    this.#state.update(id, {
      importStatus: isImport ? 'started' : 'finished',
      update: { ...update, status: 'started', lastUpdateStartedAt: startedAt },
    });
    try {
      await runGit(git.directory, [
        'fetch',
        '--quiet',
        '--prune',
        '--no-write-fetch-head',
        project.importUrl,
        '+refs/heads/*:refs/heads/*',
        '+refs/tags/*:refs/tags/*',
      ]);
      await this.#followHead(git, project.importUrl);
      const at = this.#state.now();
      await this.notice(id, isImport);
      this.#state.update(id, {
        isStuck: false,
        importStatus: 'finished',
        importError: undefined,
        lastActivityAt: at,
        update: {
          status: 'finished',
          lastUpdateStartedAt: startedAt,
          lastUpdateAt: at,
          lastSuccessfulUpdateAt: at,
        },
      });
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      // While everything is being stopped the source is gone too: that is no failure.
      if (!this.#timer) return;
      const reason = error.message.replace(/\/\/[^/@\s]+@/g, '//*****:*****@');
      this.#state.update(id, {
        importStatus: isImport ? 'failed' : 'finished',
        importError: isImport ? reason : undefined,
        update: {
          ...update,
          status: 'failed',
          lastUpdateStartedAt: startedAt,
          lastUpdateAt: this.#state.now(),
          lastError: reason,
        },
      });
    }
  }

  /** Takes over the source's default branch, as an import does, while our own has no commit. */
  async #followHead(git: GitRepository, importUrl: string): Promise<void> {
    if (await git.resolve(`refs/heads/${await git.defaultBranch()}`)) return;
    const text = await runGit(git.directory, [
      'ls-remote',
      '--symref',
      importUrl,
      'HEAD',
    ]);
    const branch = /^ref: refs\/heads\/(\S+)\tHEAD/.exec(text)?.[1];
    if (branch && (await git.resolve(`refs/heads/${branch}`))) {
      await git.setDefaultBranch(branch);
    } else {
      await git.repairDefaultBranch();
    }
  }

  #log(project: ProjectDocument, error: unknown): void {
    this.#state.context.log(`gitlab: mirror of ${project.path}: ${error}`);
  }
}
