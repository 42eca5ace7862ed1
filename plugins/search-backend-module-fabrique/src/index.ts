/**
 * Finds applications in the search of Backstage by what they are linked to.
 *
 * @packageDocumentation
 */

export { searchModuleFabrique as default } from './module';
