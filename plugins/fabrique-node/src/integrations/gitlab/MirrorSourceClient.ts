import { GithubApi, toLastPage } from '../../scm';
import { absentFor } from '../../upstream';
import { SourceBranch, SourceBranches, SourceComparison } from './sourceSchema';

/**
 * A repository that GitLab mirrors.
 *
 * @public
 */
export interface MirrorSourceRef {
  owner: string;
  repo: string;
}

interface CallOptions {
  signal?: AbortSignal;
}

const perPage = 100;
const mostPages = 10;

/**
 * Reads the source of mirrors, where that is the GitHub of `fabrique.github`. Every method throws
 * `UpstreamError`.
 *
 * @public
 */
export class MirrorSourceClient {
  readonly #api: GithubApi;

  /** Makes a client of one GitHub. */
  static create(api: GithubApi): MirrorSourceClient {
    return new MirrorSourceClient(api);
  }

  private constructor(api: GithubApi) {
    this.#api = api;
  }

  /** The repository that an address stands for; undefined when it is on another host. */
  toRef(sourceUrl: string): MirrorSourceRef | undefined {
    if (!URL.canParse(sourceUrl)) return undefined;
    const { host, pathname } = new URL(sourceUrl);
    const [owner, repo, ...rest] = pathname.split('/').filter(Boolean);
    if (host !== this.#api.config.host || !repo || rest.length > 0) {
      return undefined;
    }
    return { owner, repo: repo.replace(/\.git$/, '') };
  }

  /** Commits that branches point at, by branch, of up to 1,000 branches. */
  async listHeads(
    ref: MirrorSourceRef,
    { signal }: CallOptions,
  ): Promise<Map<string, string>> {
    const heads = new Map<string, string>();
    let lastPage = 1;
    for (let page = 1; page <= Math.min(lastPage, mostPages); page++) {
      const { body, link } = await this.#api.call(
        { name: 'list branches', owner: ref.owner, signal },
        SourceBranches,
        (octokit, request) =>
          octokit.rest.repos.listBranches({
            ...ref,
            per_page: perPage,
            page,
            request,
          }),
      );
      for (const { name, commit } of body) heads.set(name, commit.sha);
      lastPage = Math.max(lastPage, toLastPage(link));
    }
    return heads;
  }

  /** Commit that one branch points at; undefined when the source does not have it. */
  async findHead(
    ref: MirrorSourceRef,
    branch: string,
    { signal }: CallOptions,
  ): Promise<string | undefined> {
    const answer = await absentFor(
      ['not-found'],
      this.#api.call(
        { name: 'read branch', owner: ref.owner, signal },
        SourceBranch,
        (octokit, request) =>
          octokit.rest.repos.getBranch({ ...ref, branch, request }),
      ),
    );
    return answer?.body.commit.sha;
  }

  /**
   * What a mirror lacks; undefined when the source does not know the mirror's head, as after a forced
   * push.
   */
  async compare(
    ref: MirrorSourceRef,
    range: { mirroredHead: string; sourceHead: string },
    { signal }: CallOptions,
  ): Promise<{ commitsBehind: number; behindSince?: string } | undefined> {
    const answer = await absentFor(
      ['not-found'],
      this.#api.call(
        { name: 'compare commits', owner: ref.owner, signal },
        SourceComparison,
        (octokit, request) =>
          octokit.rest.repos.compareCommitsWithBasehead({
            ...ref,
            basehead: `${range.mirroredHead}...${range.sourceHead}`,
            request,
          }),
      ),
    );
    return (
      answer && {
        commitsBehind: answer.body.ahead_by,
        behindSince: answer.body.commits[0]?.commit.committer.date,
      }
    );
  }
}
