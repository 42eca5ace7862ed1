/**
 * Clients of the systems that the Fabrique plugins speak to.
 *
 * @packageDocumentation
 */

export * from './IntegrationProvider';
export * from './integrations';
export * from './linkAnnotation';
export * from './sealing';
export * from './upstream';
