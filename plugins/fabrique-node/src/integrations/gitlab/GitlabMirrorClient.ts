import { Projects } from '@gitbeaker/rest';
import { z } from 'zod/v4';
import { GitlabApi } from '../../scm';
import { absentFor, encodePath } from '../../upstream';
import { GitlabPullMirror } from './schema';

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Reads and starts the pull mirrors of GitLab's projects. A project is named by its full path. Every
 * method throws `UpstreamError`.
 *
 * @see https://docs.gitlab.com/api/project_pull_mirroring/
 *
 * @public
 */
export class GitlabMirrorClient {
  readonly #api: GitlabApi;

  /** Makes a client of one GitLab. */
  static create(api: GitlabApi): GitlabMirrorClient {
    return new GitlabMirrorClient(api);
  }

  private constructor(api: GitlabApi) {
    this.#api = api;
  }

  /** How a pull mirror is doing. */
  async getPullMirror(
    project: string,
    { signal }: CallOptions,
  ): Promise<GitlabPullMirror> {
    return this.#api.call(
      { name: 'read pull mirror', signal },
      GitlabPullMirror,
      options => new Projects(options).showPullMirror(project),
    );
  }

  /**
   * How a pull mirror is doing; undefined when the token may not see it (it wants the role Maintainer)
   * or GitLab has no mirrors.
   */
  async findPullMirror(
    project: string,
    options: CallOptions,
  ): Promise<GitlabPullMirror | undefined> {
    return absentFor(
      ['forbidden', 'not-found'],
      this.getPullMirror(project, options),
    );
  }

  /** Has a mirror copy its source now. May be repeated: a mirror that copies already goes on. */
  async startPullMirror(
    project: string,
    { signal }: CallOptions,
  ): Promise<void> {
    const path = encodePath`projects/${project}/mirror/pull`;
    await this.#api.call(
      { name: 'start pull mirror', idempotent: true, signal },
      z.unknown(),
      // Gitbeaker has no method for it.
      options => options.requesterFn().post(path),
    );
  }
}
