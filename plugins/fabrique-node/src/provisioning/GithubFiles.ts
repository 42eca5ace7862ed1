import { createHash } from 'crypto';
import { z } from 'zod/v4';
import { GithubApi } from '../scm';
import { absentWhenNotFound } from './absentWhenNotFound';
import { repeatGithubCall } from './repeatGithubCall';

// Minimal versions of GitHub's answers.
const File = z.object({ sha: z.string(), content: z.string().nullish() });
const GitObject = z.object({ sha: z.string() });
const Commit = z.object({ tree: GitObject });
const Reference = z.object({ object: GitObject });

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * A file that is to be in a repository.
 *
 * @public
 */
export interface ProposedFile {
  path: string;
  content: Buffer;
  isExecutable?: boolean;
}

/**
 * Files on the branches of the organization's repositories, and commits made of many at once. Every
 * method throws `UpstreamError`.
 *
 * @see https://docs.github.com/rest/git
 *
 * @public
 */
export class GithubFiles {
  readonly #api: GithubApi;
  readonly #organization: string;

  constructor(api: GithubApi) {
    this.#api = api;
    this.#organization = api.config.organization;
  }

  /** Reads a text on a branch, by default the default one; undefined where there is none. */
  async readText(
    repository: string,
    path: string,
    { ref, ...options }: { ref?: string } & CallOptions = {},
  ): Promise<string | undefined> {
    const file = await this.#get(repository, path, ref, options);
    return file && Buffer.from(file.content ?? '', 'base64').toString('utf8');
  }

  /** Those of the files that a branch does not have, or has otherwise. */
  async findChanged(
    repository: string,
    ref: string,
    files: readonly ProposedFile[],
    options: CallOptions = {},
  ): Promise<ProposedFile[]> {
    const present = await Promise.all(
      files.map(({ path }) => this.#get(repository, path, ref, options)),
    );
    return files.filter(
      ({ content }, index) => present[index]?.sha !== toBlobSha(content),
    );
  }

  /**
   * Commits files on top of a commit. A branch points to it only with its last call, so that a commit is
   * whole or not there. May be repeated.
   *
   * @param commit - `replaces` says that the branch is there; what it had beside the parent is lost
   * @returns hash of the commit.
   */
  async commit(
    repository: string,
    commit: {
      branch: string;
      parent: string;
      files: readonly ProposedFile[];
      message: string;
      replaces: boolean;
    },
    options: CallOptions = {},
  ): Promise<string> {
    const { branch, parent, files, message, replaces } = commit;
    const tree = await this.#writeTree(repository, parent, files, options);
    const { sha } = await repeatGithubCall(
      this.#api,
      'create commit',
      GitObject,
      options,
      (octokit, request) =>
        octokit.git.createCommit({
          ...this.#ref(repository),
          message,
          tree,
          parents: [parent],
          request,
        }),
    );
    if (replaces) {
      await repeatGithubCall(
        this.#api,
        'move branch',
        Reference,
        options,
        (octokit, request) =>
          octokit.git.updateRef({
            ...this.#ref(repository),
            ref: `heads/${branch}`,
            sha,
            force: true,
            request,
          }),
      );
      return sha;
    }
    await this.#api.call(
      {
        name: 'create branch',
        owner: this.#organization,
        writes: true,
        ...options,
      },
      Reference,
      (octokit, request) =>
        octokit.git.createRef({
          ...this.#ref(repository),
          ref: `refs/heads/${branch}`,
          sha,
          request,
        }),
    );
    return sha;
  }

  /** Removes a branch. */
  async deleteBranch(
    repository: string,
    branch: string,
    options: CallOptions = {},
  ): Promise<void> {
    await repeatGithubCall(
      this.#api,
      'delete branch',
      z.unknown(),
      options,
      (octokit, request) =>
        octokit.git.deleteRef({
          ...this.#ref(repository),
          ref: `heads/${branch}`,
          request,
        }),
    );
  }

  async #writeTree(
    repository: string,
    parent: string,
    files: readonly ProposedFile[],
    options: CallOptions,
  ): Promise<string> {
    const { tree: base } = await repeatGithubCall(
      this.#api,
      'read commit',
      Commit,
      options,
      (octokit, request) =>
        octokit.git.getCommit({
          ...this.#ref(repository),
          commit_sha: parent,
          request,
        }),
    );
    const blobs = await Promise.all(
      files.map(({ content }) =>
        repeatGithubCall(
          this.#api,
          'create blob',
          GitObject,
          options,
          (octokit, request) =>
            octokit.git.createBlob({
              ...this.#ref(repository),
              content: content.toString('base64'),
              encoding: 'base64',
              request,
            }),
        ),
      ),
    );
    const { sha } = await repeatGithubCall(
      this.#api,
      'create tree',
      GitObject,
      options,
      (octokit, request) =>
        octokit.git.createTree({
          ...this.#ref(repository),
          base_tree: base.sha,
          tree: files.map(({ path, isExecutable }, index) => ({
            path,
            mode: isExecutable ? '100755' : '100644',
            type: 'blob',
            sha: blobs[index].sha,
          })),
          request,
        }),
    );
    return sha;
  }

  #get(
    repository: string,
    path: string,
    ref: string | undefined,
    options: CallOptions,
  ): Promise<z.infer<typeof File> | undefined> {
    return absentWhenNotFound(
      repeatGithubCall(
        this.#api,
        'read file',
        File,
        options,
        (octokit, request) =>
          octokit.repos.getContent({
            ...this.#ref(repository),
            path,
            ...(ref && { ref }),
            request,
          }),
      ),
    );
  }

  #ref(repository: string) {
    return { owner: this.#organization, repo: repository };
  }
}

/** The hash that git gives a file. */
function toBlobSha(content: Buffer): string {
  return createHash('sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}
