/** A person in a commit. */
export interface GitSignature {
  name: string;
  email: string;
  /** ISO 8601. */
  date: string;
}

/** A commit, as `git log` knows it. */
export interface GitCommit {
  sha: string;
  parents: string[];
  tree: string;
  author: GitSignature;
  committer: GitSignature;
  message: string;
}

/** What {@link parseGitLog} reads: fields and records apart by control characters. */
export const gitLogFormat =
  '%H%x1f%P%x1f%T%x1f%an%x1f%ae%x1f%aI%x1f%cn%x1f%ce%x1f%cI%x1f%B%x1e';

/** Reads what `git log` printed in {@link gitLogFormat}. */
export function parseGitLog(text: string): GitCommit[] {
  return text
    .split('\x1e')
    .map(record => record.replace(/^\n/, '').split('\x1f'))
    .filter(fields => fields.length === 10)
    .map(([sha, parents, tree, an, ae, at, cn, ce, ct, message]) => ({
      sha,
      parents: parents.split(' ').filter(Boolean),
      tree,
      author: { name: an, email: ae, date: at },
      committer: { name: cn, email: ce, date: ct },
      message: message.trimEnd(),
    }));
}
