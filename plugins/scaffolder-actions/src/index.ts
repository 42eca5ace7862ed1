/**
 * Idempotent `fabrique:*` actions for the Backstage scaffolder.
 *
 * @packageDocumentation
 */

export { scaffolderModuleFabrique as default } from './module';
export * from './ensure';
