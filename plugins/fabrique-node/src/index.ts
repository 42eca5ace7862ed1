/**
 * Clients of the systems that the Fabrique plugins speak to.
 *
 * @packageDocumentation
 */

export * from './azure';
export * from './IntegrationProvider';
export * from './integrations';
export * from './ledger';
export * from './linkAnnotation';
export * from './provisioning';
export * from './sealing';
export * from './scm';
export * from './upstream';
