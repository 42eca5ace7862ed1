import { z } from 'zod/v4';
import { GithubApi, toLastPage, toNextCursor } from '../../scm';
import { absentFor, isUpstreamError } from '../../upstream';
import {
  GithubBranch,
  GithubPulls,
  GithubRelease,
  GithubRepository,
  GithubTeams,
} from './schema';

/**
 * A repository of GitHub.
 *
 * @public
 */
export interface GithubRepositoryRef {
  owner: string;
  repo: string;
}

interface CallOptions {
  signal?: AbortSignal;
}

const perPage = 100;
const mostPages = 10;

/**
 * Reads repositories of GitHub. Every method throws `UpstreamError`.
 *
 * @see https://docs.github.com/rest
 *
 * @public
 */
export class GithubClient {
  readonly #api: GithubApi;

  /** Makes a client of one GitHub. */
  static create(api: GithubApi): GithubClient {
    return new GithubClient(api);
  }

  private constructor(api: GithubApi) {
    this.#api = api;
  }

  /** Reads a repository. */
  async getRepository(
    ref: GithubRepositoryRef,
    options: CallOptions,
  ): Promise<GithubRepository> {
    const { body } = await this.#api.call(
      { name: 'read repository', owner: ref.owner, ...options },
      GithubRepository,
      (octokit, request) => octokit.rest.repos.get({ ...ref, request }),
    );
    return body;
  }

  /** Whether a repository exists that the token may see. */
  async hasRepository(
    ref: GithubRepositoryRef,
    options: CallOptions,
  ): Promise<boolean> {
    const repository = await absentFor(
      ['not-found'],
      this.getRepository(ref, options),
    );
    return repository !== undefined;
  }

  /** Slugs of the teams that have access to a repository, 100 at most. */
  async listTeams(
    ref: GithubRepositoryRef,
    options: CallOptions,
  ): Promise<string[]> {
    const { body } = await this.#api.call(
      { name: 'list teams', owner: ref.owner, ...options },
      GithubTeams,
      (octokit, request) =>
        octokit.rest.repos.listTeams({ ...ref, per_page: perPage, request }),
    );
    return body.map(({ slug }) => slug);
  }

  /** Reads a branch with its last commit; undefined when it does not exist, as in an empty repository. */
  async getBranch(
    ref: GithubRepositoryRef,
    branch: string,
    options: CallOptions,
  ): Promise<GithubBranch | undefined> {
    return absentFor(
      ['not-found'],
      this.#api
        .call(
          { name: 'read branch', owner: ref.owner, ...options },
          GithubBranch,
          (octokit, request) =>
            octokit.rest.repos.getBranch({ ...ref, branch, request }),
        )
        .then(({ body }) => body),
    );
  }

  /**
   * Whether a branch is protected, by branch protection or by a ruleset; undefined when the token
   * may not see it.
   */
  async isBranchProtected(
    ref: GithubRepositoryRef,
    branch: string,
    options: CallOptions,
  ): Promise<boolean | undefined> {
    try {
      await this.#api.call(
        { name: 'read branch protection', owner: ref.owner, ...options },
        z.unknown(),
        (octokit, request) =>
          octokit.rest.repos.getBranchProtection({ ...ref, branch, request }),
      );
      return true;
    } catch (error) {
      if (!isUpstreamError(error)) throw error;
      if (error.kind === 'forbidden') return undefined;
      if (error.kind !== 'not-found') throw error;
      // Without the right to see it, GitHub says 404 too, in other words.
      if (!/not protected/i.test(error.detail ?? '')) return undefined;
    }
    const rules = await absentFor(
      ['not-found', 'forbidden'],
      this.#api.call(
        { name: 'read branch rules', owner: ref.owner, ...options },
        z.array(z.unknown()),
        (octokit, request) =>
          octokit.rest.repos.getBranchRules({ ...ref, branch, request }),
      ),
    );
    return (rules?.body.length ?? 0) > 0;
  }

  /** Open pull requests, newest first: the first hundred, and the number of all. */
  async listOpenPulls(ref: GithubRepositoryRef, options: CallOptions) {
    const readPage = (page: number) =>
      this.#api.call(
        { name: 'list pull requests', owner: ref.owner, ...options },
        GithubPulls,
        (octokit, request) =>
          octokit.rest.pulls.list({
            ...ref,
            state: 'open',
            sort: 'created',
            direction: 'desc',
            per_page: perPage,
            page,
            request,
          }),
      );
    const { body, link } = await readPage(1);
    const lastPage = toLastPage(link);
    const last = lastPage > 1 ? (await readPage(lastPage)).body : body;
    return { pulls: body, total: (lastPage - 1) * perPage + last.length };
  }

  /** The newest release that is neither draft nor pre-release; undefined when there is none. */
  async getLatestRelease(
    ref: GithubRepositoryRef,
    options: CallOptions,
  ): Promise<GithubRelease | undefined> {
    const answer = await absentFor(
      ['not-found'],
      this.#api.call(
        { name: 'read latest release', owner: ref.owner, ...options },
        GithubRelease,
        (octokit, request) =>
          octokit.rest.repos.getLatestRelease({ ...ref, request }),
      ),
    );
    return answer?.body;
  }

  /** Number of open Dependabot alerts, up to 1,000; undefined when the token may not see them. */
  async countOpenSecurityAlerts(
    ref: GithubRepositoryRef,
    options: CallOptions,
  ): Promise<number | undefined> {
    const readPage = (after?: string) =>
      absentFor(
        ['not-found', 'forbidden'],
        this.#api.call(
          { name: 'list security alerts', owner: ref.owner, ...options },
          z.array(z.unknown()),
          (octokit, request) =>
            octokit.rest.dependabot.listAlertsForRepo({
              ...ref,
              state: 'open',
              per_page: perPage,
              after,
              request,
            }),
        ),
      );
    let count = 0;
    let after: string | undefined;
    for (let page = 1; page <= mostPages; page++) {
      const answer = await readPage(after);
      if (!answer) return undefined;
      count += answer.body.length;
      after = toNextCursor(answer.link);
      if (!after) break;
    }
    return count;
  }
}
