/** Git refuses spaces, controls and `~^:?*[\\`; what else people do not write in names of branches is not asked either. */
const branchCharacters = /^[\p{L}\p{N}._/@#+=,'()&!-]{1,200}$/u;
const notInBranches = /^[-/.]|[/.]$|\.\.|\/\/|\/\.|@\{|\.lock(\/|$)/;

/** Branches that the environment `dev` itself stands for. */
const lastingBranches = ['main', 'master', 'dev', 'develop'];

/**
 * Whether a text can be the name of a branch: 200 characters at most, by the rules of
 * `git check-ref-format`.
 *
 * @see https://git-scm.com/docs/git-check-ref-format
 *
 * @public
 */
export function isBranchName(text: string): boolean {
  return branchCharacters.test(text) && !notInBranches.test(text);
}

/**
 * Whether a branch has a review environment of its own, beside `dev`: all but `main`, `master`, `dev`
 * and `develop`.
 *
 * @public
 */
export function isReviewBranch(branch: string): boolean {
  return isBranchName(branch) && !lastingBranches.includes(branch);
}
