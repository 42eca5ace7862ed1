/**
 * Whether secrets are where they belong, and nowhere else: read from the systems of a sandbox, looked for
 * in everything that a portal writes.
 *
 * @packageDocumentation
 */

export { dumpPortalDatabases } from './dumpPortalDatabases';
export { findTraces, type SecretTrace } from './findTraces';
export type { KnownSecret } from './KnownSecret';
export {
  openSealedSecrets,
  readSealingKeys,
  type OpenedSecret,
} from './openSealedSecrets';
export { readGitObjects, type GitObjects } from './readGitObjects';
export { readKnownSecrets } from './readKnownSecrets';
