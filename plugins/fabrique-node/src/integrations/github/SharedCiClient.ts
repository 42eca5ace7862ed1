import { z } from 'zod/v4';
import { GithubApi, toLastPage } from '../../scm';
import { absentFor } from '../../upstream';
import { GithubRepositoryRef } from './GithubClient';
import { readSharedCiInclude, SharedCiInclude } from './readSharedCiInclude';
import { readSharedWorkflow } from './readSharedWorkflow';
import { GithubFile, GithubFolder, GithubTags } from './schema';

interface CallOptions {
  signal?: AbortSignal;
}

const perPage = 100;
const mostPages = 10;
const tagsFreshForMs = 10 * 60_000;

const workflowFolder = '.github/workflows';
/** Workflows that deploy are those that use the shared CI. */
const likelyWorkflow = /^(pre-?prod|prod|review|deploy|release)/i;
const mostWorkflows = 3;

/**
 * Finds the shared CI that repositories of GitHub include, and its versions. Every method throws
 * `UpstreamError`.
 *
 * @see https://docs.github.com/rest/repos/contents
 *
 * @public
 */
export class SharedCiClient {
  readonly #api: GithubApi;
  readonly #tags = new Map<string, { at: number; names: Promise<string[]> }>();

  /** Makes a client of one GitHub; the shared CI belongs to the organization of `fabrique.github`. */
  static create(api: GithubApi): SharedCiClient {
    return new SharedCiClient(api);
  }

  private constructor(api: GithubApi) {
    this.#api = api;
  }

  /**
   * The shared CI that the default branch includes: in generation 1 in `.gitlab-ci.yml`, in generation 2
   * in one of its GitHub workflows. Undefined when it includes none.
   */
  async findInclude(
    ref: GithubRepositoryRef,
    options: CallOptions,
  ): Promise<SharedCiInclude | undefined> {
    const { organization } = this.#api.config;
    const gitlabCi = await this.#readFile(ref, '.gitlab-ci.yml', options);
    const included = readSharedCiInclude(gitlabCi ?? '', organization);
    if (included) return included;
    for (const path of await this.#listWorkflows(ref, options)) {
      const workflow = await this.#readFile(ref, path, options);
      const used = readSharedWorkflow(workflow ?? '', organization);
      if (used) return used;
    }
    return undefined;
  }

  /**
   * Tags of a shared CI, up to 1,000. All callers share one answer for ten minutes: every application
   * asks for the tags of the same shared CI.
   *
   * @param project - `SocialGouv/gitlab-ci-yml`: of GitLab's project, GitHub has the repository of that
   *   name.
   */
  async listVersions(project: string): Promise<string[]> {
    const repo = project.split('/').at(-1)!;
    const known = this.#tags.get(repo);
    if (known && Date.now() - known.at < tagsFreshForMs) return known.names;
    // Without anybody's signal: who gives up must not fail the others.
    const names = this.#readTags(repo);
    this.#tags.set(repo, { at: Date.now(), names });
    names.catch(() => this.#tags.delete(repo));
    return names;
  }

  async #readFile(
    ref: GithubRepositoryRef,
    path: string,
    options: CallOptions,
  ): Promise<string | undefined> {
    const file = await this.#readContent(ref, path, GithubFile, options);
    return file && Buffer.from(file.content, 'base64').toString();
  }

  async #listWorkflows(
    ref: GithubRepositoryRef,
    options: CallOptions,
  ): Promise<string[]> {
    const folder = await this.#readContent(
      ref,
      workflowFolder,
      GithubFolder,
      options,
    );
    return (folder ?? [])
      .filter(({ type, name }) => type === 'file' && /\.ya?ml$/.test(name))
      .map(({ name }) => name)
      .sort(
        (a, b) =>
          Number(likelyWorkflow.test(b)) - Number(likelyWorkflow.test(a)),
      )
      .slice(0, mostWorkflows)
      .map(name => `${workflowFolder}/${name}`);
  }

  async #readContent<Schema extends z.ZodType>(
    ref: GithubRepositoryRef,
    path: string,
    schema: Schema,
    options: CallOptions,
  ): Promise<z.infer<Schema> | undefined> {
    const answer = await absentFor(
      ['not-found'],
      this.#api.call(
        { name: 'read file', owner: ref.owner, ...options },
        schema,
        (octokit, request) =>
          octokit.rest.repos.getContent({ ...ref, path, request }),
      ),
    );
    return answer?.body;
  }

  async #readTags(repo: string): Promise<string[]> {
    const owner = this.#api.config.organization;
    const names: string[] = [];
    let lastPage = 1;
    for (let page = 1; page <= Math.min(lastPage, mostPages); page++) {
      const { body, link } = await this.#api.call(
        { name: 'list tags', owner },
        GithubTags,
        (octokit, request) =>
          octokit.rest.repos.listTags({
            owner,
            repo,
            per_page: perPage,
            page,
            request,
          }),
      );
      names.push(...body.map(({ name }) => name));
      lastPage = Math.max(lastPage, toLastPage(link));
    }
    return names;
  }
}
