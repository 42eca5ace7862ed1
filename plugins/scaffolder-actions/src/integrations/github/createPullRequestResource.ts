import {
  fromOwnershipMark,
  ProposedFile,
  GithubProvisioner,
  GithubPullRequestState,
  Ownership,
  withOwnershipMark,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureCall, EnsuredResource } from '../../ensure';

/** A pull request with the files that it proposes. */
export interface PullRequestWish {
  github: GithubProvisioner;
  /** Name of the repository. */
  repository: string;
  owner: Ownership;
  branch: string;
  /** Branch that the files are for; the default branch when left out. */
  base?: string;
  title: string;
  /** Markdown. */
  description: string;
  /** Reads or makes the files; changes nothing. */
  makeFiles(call: EnsureCall): Promise<ProposedFile[]>;
}

/** What is known of a pull request afterwards. */
export type PullRequestReference = {
  repository: string;
  branch: string;
  base: string;
  /** Newest commit of the branch, or of the base where there was nothing to propose. */
  commitSha: string;
  /** Page of the pull request, or of the repository where there was nothing to propose. */
  url: string;
  /** Absent where there was nothing to propose. */
  number?: number;
};

interface FoundPullRequest {
  /** Absent for a repository that does not exist or is empty. */
  base?: { branch: string; sha: string };
  /** Newest commit of the branch. */
  head?: string;
  /** The newest pull request of the branch. */
  pull?: GithubPullRequestState;
  /** What the next commit holds. */
  changed: ProposedFile[];
}

/** Ends the message of each commit: other commits of the branch are people's. */
const toTrailer = (owner: Ownership) => `Fabrique-App: ${owner.app}`;

/** Whether a commit is the portal's. */
export const hasTrailer = (message: string) =>
  /^Fabrique-App: \S+$/m.test(message);

/** Where the next commit goes: a branch that was merged begins anew. */
function toParent({ base, head, pull }: FoundPullRequest): string | undefined {
  return head && pull?.state !== 'merged' ? head : base?.sha;
}

/** A pull request together with its branch. What people push to the branch stays. */
export function createPullRequestResource(
  wish: PullRequestWish,
): EnsuredResource<FoundPullRequest, PullRequestReference> {
  const { github, repository, owner, branch } = wish;
  const name = `${github.organization}/${repository}`;
  const isProposed = (found: FoundPullRequest) =>
    found.changed.length > 0 ||
    (found.head !== undefined && found.pull?.state !== 'merged');
  const refer = (
    found: FoundPullRequest,
    made: { commitSha?: string; pull?: GithubPullRequestState } = {},
  ): PullRequestReference => {
    const pull = made.pull ?? (found.pull?.state === 'open' && found.pull);
    return {
      repository,
      branch,
      base: found.base?.branch ?? 'main',
      commitSha: made.commitSha ?? toParent(found) ?? '0'.repeat(40),
      url: pull ? pull.url : github.toHtmlUrl(repository),
      ...(pull && { number: pull.number }),
    };
  };
  return {
    key: `github/${name}/pull/${branch}`,
    title: `pull request ${branch} of ${name}`,
    ledger: { type: 'github-pull-request' },
    async read(call) {
      const state = await github.getRepository(repository, call);
      const baseBranch = wish.base ?? state?.defaultBranch;
      if (!state || !baseBranch) return { changed: [] };
      const [baseSha, head, [pull], files] = await Promise.all([
        wish.base ? github.getHead(repository, wish.base, call) : state.headSha,
        github.getHead(repository, branch, call),
        github.pullRequests.list(repository, branch, call),
        wish.makeFiles(call),
      ]);
      if (!baseSha) return { changed: [] };
      const base = { branch: baseBranch, sha: baseSha };
      const found = { base, head, pull, changed: [] };
      const parent = toParent(found)!;
      return {
        ...found,
        changed: await github.files.findChanged(
          repository,
          parent,
          files,
          call,
        ),
      };
    },
    plan(found) {
      const { base, head, pull, changed } = found;
      if (!base) {
        return {
          verb: 'conflict',
          detail: `The repository ${name} does not exist, or has no branch ${
            wish.base ?? 'with commits'
          }. Check its name.`,
        };
      }
      if (pull?.state === 'closed' && head) {
        return {
          verb: 'conflict',
          detail: `The pull request ${pull.url} was closed without being merged. Reopen it, or delete its branch ${branch} to have a new one.`,
        };
      }
      const files = changed.map(({ path }) => path).join(', ');
      if (pull?.state !== 'open') {
        if (!isProposed(found)) {
          return { verb: 'nothing', detail: `${base.branch} has it all` };
        }
        // A branch without a pull request was left by a run that was killed, or is somebody's.
        const isLeft = head !== undefined && pull?.state !== 'merged';
        return {
          verb: 'create',
          detail: files || `branch ${branch}`,
          ...(isLeft && { untagged: true }),
        };
      }
      const holder = fromOwnershipMark(pull.body);
      if (holder && holder.app !== owner.app) {
        return {
          verb: 'conflict',
          detail: `The pull request ${pull.url} belongs to ${holder.app}. Choose another branch.`,
        };
      }
      return {
        verb: files ? 'update' : 'nothing',
        detail: files || `#${pull.number} is open`,
        ...(!holder && { untagged: true }),
      };
    },
    async apply(found, call) {
      const { base, head, pull, changed } = found;
      const parent = toParent(found);
      if (!base || !parent) throw new Error(`${name} has no commits`);
      if (!isProposed(found)) return refer(found);
      const commitSha =
        changed.length > 0
          ? await github.files.commit(
              repository,
              {
                branch,
                parent,
                files: changed,
                message: `${wish.title}\n\n${toTrailer(owner)}\n`,
                replaces: head !== undefined,
              },
              call,
            )
          : parent;
      if (pull?.state === 'open') return refer(found, { commitSha });
      const opened = await github.pullRequests.open(
        repository,
        {
          branch,
          base: base.branch,
          title: wish.title,
          body: withOwnershipMark(wish.description, owner),
        },
        call,
      );
      return refer(found, { commitSha, pull: opened });
    },
    refer,
    locate: ({ url }) => url,
  };
}
