import { setTimeout as delay } from 'timers/promises';
import { GitlabMirrorRun } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GitlabMirrorClient,
  GitlabPullMirror,
  isUpstreamError,
  toFailure,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { withoutCredentials } from './withoutCredentials';

/** How long a caller waits for GitLab to have copied: most repositories take seconds. */
const defaultWaitMs = 20_000;
const pollMs = 1_000;

/** Has pull mirrors copy their source, and says how it went. */
export class MirrorRunner {
  readonly #mirrors: GitlabMirrorClient;
  readonly #waitMs: number;
  readonly #underWay = new Map<string, Promise<GitlabMirrorRun>>();

  constructor(options: { mirrors: GitlabMirrorClient; waitMs?: number }) {
    this.#mirrors = options.mirrors;
    this.#waitMs = options.waitMs ?? defaultWaitMs;
  }

  /**
   * Has the mirror of a project copy now and waits for its end, a while at most. All who ask meanwhile get
   * the same run. Never rejects for GitLab's sake.
   *
   * @param project - full path of the project.
   */
  run(project: string): Promise<GitlabMirrorRun> {
    const underWay = this.#underWay.get(project);
    if (underWay) return underWay;
    const run = this.#tryRun(project).finally(() =>
      this.#underWay.delete(project),
    );
    this.#underWay.set(project, run);
    return run;
  }

  async #tryRun(project: string): Promise<GitlabMirrorRun> {
    try {
      const before = await this.#mirrors.getPullMirror(project, {});
      await this.#mirrors.startPullMirror(project, {});
      return await this.#waitForEnd(project, before);
    } catch (error) {
      if (!isUpstreamError(error)) throw error;
      return { state: 'failed', failure: toFailure(error) };
    }
  }

  async #waitForEnd(
    project: string,
    before: GitlabPullMirror,
  ): Promise<GitlabMirrorRun> {
    const deadline = performance.now() + this.#waitMs;
    while (performance.now() < deadline) {
      await delay(Math.min(pollMs, this.#waitMs / 4));
      const mirror = await this.#mirrors.getPullMirror(project, {});
      const end = toEnd(mirror, before);
      if (end) return end;
    }
    return { state: 'running' };
  }
}

/** How a run ended that was not there before; undefined while it goes on. */
function toEnd(
  mirror: GitlabPullMirror,
  before: GitlabPullMirror,
): GitlabMirrorRun | undefined {
  const { update_status: status, last_update_at: endedAt } = mirror;
  // GitLab may not have begun yet: then it says how the last run ended.
  if (endedAt === before.last_update_at) return undefined;
  switch (status) {
    case 'finished':
      return { state: 'finished' };
    case 'failed':
    case 'canceled':
      return {
        state: 'failed',
        lastError: mirror.last_error
          ? withoutCredentials(mirror.last_error)
          : undefined,
      };
    default:
      return undefined;
  }
}
