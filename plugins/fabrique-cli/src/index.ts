/**
 * Checks `catalog-info.yaml`: the command `fabrique`, and what it says, as functions.
 *
 * @packageDocumentation
 */

export { runCli } from './cli';
export * from './lint/FileFinding';
export * from './lint/lintFiles';
export * from './lint/locateFindings';
