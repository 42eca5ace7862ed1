/**
 * One aggregated, cached and permissioned answer per entity about the services it uses.
 *
 * @packageDocumentation
 */

export { fabriquePlugin as default } from './plugin';
