/**
 * What tests of other packages want of the plugin.
 *
 * @packageDocumentation
 */

export { createTestWords } from './createTestWords';
export type { FailedThing, Words } from '../words/createWords';
