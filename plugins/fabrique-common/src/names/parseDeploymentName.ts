import { isReviewBranch } from '../branch';
import { Environment } from '../environment';

const names: Record<string, Environment> = {
  prod: 'prod',
  production: 'prod',
  preprod: 'preprod',
  'preprod-dev': 'preprod',
  preproduction: 'preprod',
};

/**
 * Reads what the pipelines of generation 1 call the place that they deploy to, in GitLab and on the
 * objects in the clusters: `prod`, `preprod-dev`, and `<branch>-dev` for development, which has one for
 * each branch.
 *
 * @returns nothing of a name that follows no convention; `branch` is a review branch.
 *
 * @public
 */
export function parseDeploymentName(name: string): {
  environment?: Environment;
  branch?: string;
} {
  if (Object.hasOwn(names, name)) return { environment: names[name] };
  const branch = /^(.+)-dev$/.exec(name)?.[1];
  if (!branch) return {};
  return isReviewBranch(branch)
    ? { environment: 'dev', branch }
    : { environment: 'dev' };
}
