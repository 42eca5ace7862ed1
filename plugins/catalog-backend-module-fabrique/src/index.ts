/**
 * Checks the annotations of the Fabrique in the Backstage catalog.
 *
 * @packageDocumentation
 */

export { catalogModuleFabrique as default } from './module';
