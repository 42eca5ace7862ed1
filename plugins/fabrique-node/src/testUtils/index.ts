/**
 * Tests that the clients of this suite, and those of others, share.
 *
 * @packageDocumentation
 */

export * from './testUpstreamFailures';
export * from './azureHandlers';
