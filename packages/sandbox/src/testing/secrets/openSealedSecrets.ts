import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { KubernetesObject } from '../../integrations/kubernetes/objects';
import {
  SealedSecretSpec,
  toEncryptionLabel,
  unsealValue,
} from '../../integrations/kubernetes/sealedSecrets';

/** A SealedSecret manifest, and what the clusters make of it. */
export interface OpenedSecret {
  name: string;
  namespace?: string;
  /** Part of the encryption; empty where the whole cluster may open it. */
  scope: string;
  /** Clusters whose key opens it in its scope: one. */
  clusters: string[];
  /** Other scopes in which a key opens it nevertheless: none. */
  otherScopes: string[];
  values: Record<string, string>;
}

type Manifest = KubernetesObject<SealedSecretSpec>;

/** The private keys of the sandbox's clusters, by the folder of the cluster. */
export function readSealingKeys(dataDir: string): Map<string, string> {
  return new Map(
    readdirSync(dataDir)
      .filter(folder => folder.startsWith('kubernetes-'))
      .map(folder => [
        folder,
        readFileSync(join(dataDir, folder, 'sealing-key.pem'), 'utf8'),
      ]),
  );
}

/** Finds the SealedSecrets of a file, and opens them with every key in every scope that they could have. */
export function openSealedSecrets(
  text: string,
  keys: Map<string, string>,
): OpenedSecret[] {
  if (!/^kind: SealedSecret$/m.test(text)) return [];
  return parseAllDocuments(text)
    .map(document => document.toJS() as Manifest)
    .filter(manifest => manifest?.kind === 'SealedSecret')
    .map(manifest => open(manifest, keys));
}

function open(manifest: Manifest, keys: Map<string, string>): OpenedSecret {
  const { name, namespace } = manifest.metadata;
  const own = toEncryptionLabel(manifest.metadata);
  const others = [
    '',
    'another-namespace',
    `another-namespace/${name}`,
    ...(namespace ? [namespace, `${namespace}/${name}`] : []),
  ].filter(scope => scope !== own);
  const tryOpen = (scope: string) =>
    [...keys].flatMap(([cluster, key]) => {
      const values = openValues(manifest, key, scope);
      return values ? [{ cluster, values }] : [];
    });
  const opened = tryOpen(own);
  return {
    name,
    ...(namespace && { namespace }),
    scope: own,
    clusters: opened.map(({ cluster }) => cluster),
    otherScopes: others.filter(scope => tryOpen(scope).length > 0),
    values: opened[0]?.values ?? {},
  };
}

function openValues(
  { spec }: Manifest,
  key: string,
  scope: string,
): Record<string, string> | undefined {
  try {
    return Object.fromEntries(
      Object.entries(spec?.encryptedData ?? {}).map(([field, sealed]) => [
        field,
        unsealValue(key, scope, sealed).toString('utf8'),
      ]),
    );
  } catch {
    // It was sealed for another cluster or scope.
    return undefined;
  }
}
