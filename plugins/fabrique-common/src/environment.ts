/**
 * The three stages of every application of the Fabrique. Review branches live in `dev`.
 *
 * @public
 */
export type Environment = 'dev' | 'preprod' | 'prod';

/**
 * All environments, the one that people look at first in front.
 *
 * @public
 */
export const environments: readonly Environment[] = ['prod', 'preprod', 'dev'];

/**
 * What a service's answer is about:
 * - `everywhere`: the same in all environments, as a repository is.
 * - `production`: production only, whatever environment is asked for.
 * - `environment`: the environment; a review branch shows `dev`.
 * - `branch`: the environment, and each review branch for itself.
 *
 * @public
 */
export type ServiceScope =
  | 'everywhere'
  | 'production'
  | 'environment'
  | 'branch';
