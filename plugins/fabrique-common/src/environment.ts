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
