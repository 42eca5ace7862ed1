import { SealedSecret } from '@socialgouv/backstage-plugin-fabrique-node';
import {
  openSealedSecrets,
  readSealingKeys,
} from '@socialgouv/fabrique-sandbox/testing/secrets';
import { stringify } from 'yaml';

export { readSealingKeys };

/**
 * Opens a manifest as the controllers do: with the keys of all clusters in turn, in the scope that
 * its annotation says.
 *
 * @throws Error if none opens it.
 */
export function openSealedSecret(
  manifest: SealedSecret,
  keys: ReturnType<typeof readSealingKeys>,
): Record<string, string> {
  const [opened] = openSealedSecrets(stringify(manifest), keys);
  if (!opened?.clusters.length) {
    throw new Error(`No cluster opens ${manifest.metadata.name}`);
  }
  return opened.values;
}
