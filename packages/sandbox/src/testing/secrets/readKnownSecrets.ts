import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import sodium from 'libsodium-wrappers';
import { KnownSecret, toKnownSecrets } from './KnownSecret';
import {
  OpenedSecret,
  openSealedSecrets,
  readSealingKeys,
} from './openSealedSecrets';
import { GitObjects } from './readGitObjects';

/** What an upstream of the sandbox keeps, by key; nothing before its first document. */
function readDocuments<T>(dataDir: string, name: string): [string, T][] {
  const file = join(dataDir, 'documents', `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/**
 * Reads every secret that the systems of a sandbox hold, each value once: from their own stores, from
 * sealed secrets in repositories and files, and from what only their private keys open.
 *
 * @param files - more files that may hold SealedSecrets
 */
export async function readKnownSecrets(
  dataDir: string,
  git: readonly GitObjects[],
  files: readonly { where: string; text: string }[] = [],
): Promise<{ secrets: KnownSecret[]; sealed: OpenedSecret[] }> {
  const keys = readSealingKeys(dataDir);
  const sealed = [
    ...git.flatMap(({ repository, objects }) =>
      objects.map(text => ({ where: repository, text })),
    ),
    ...files,
  ].flatMap(({ where, text }) =>
    openSealedSecrets(text, keys).map(secret => ({ where, secret })),
  );
  const all = [
    ...readStores(dataDir),
    ...(await openGithubSecrets(dataDir)),
    ...sealed.flatMap(({ where, secret }) =>
      toKnownSecrets(`${where}, ${secret.name}`, secret.values),
    ),
  ];
  const byValue = new Map<string, KnownSecret>();
  for (const secret of all) {
    if (!byValue.has(secret.value)) byValue.set(secret.value, secret);
  }
  return {
    secrets: [...byValue.values()],
    sealed: sealed.map(({ secret }) => secret),
  };
}

/** Those that an upstream keeps as they are. */
function readStores(dataDir: string): KnownSecret[] {
  const read = <T>(name: string) => readDocuments<T>(dataDir, name);
  return [
    ...read<{ keys: string[] }>('blob-accounts').flatMap(
      ([account, { keys }]) =>
        keys.map(value => ({ kind: 'storage key', where: account, value })),
    ),
    ...read<{ keys: { secret: string }[] }>('sentry-projects').flatMap(
      ([project, { keys }]) =>
        keys.map(({ secret }) => ({
          kind: 'Sentry key',
          where: project,
          value: secret,
        })),
    ),
    ...read<{ key: string }>('tipimail-api-keys').map(([where, { key }]) => ({
      kind: 'Tipimail key',
      where,
      value: key,
    })),
    ...read<{ value: string }>('azure-key-vault').flatMap(([name, { value }]) =>
      openVaultSecret(name, value),
    ),
    ...read<{
      variables: { key: string; value: string; masked: boolean }[];
    }>('gitlab-projects').flatMap(([project, { variables = [] }]) =>
      variables
        .filter(({ masked }) => masked)
        .flatMap(({ key, value }) => toKnownSecrets(project, { [key]: value })),
    ),
    ...['kubernetes-dev', 'kubernetes-prod'].flatMap(cluster =>
      read<{ object: { data?: Record<string, string> } }>(
        `${cluster}-secrets`,
      ).flatMap(([name, { object }]) =>
        toKnownSecrets(
          `${cluster}, ${name}`,
          Object.fromEntries(
            Object.entries(object.data ?? {}).map(([key, value]) => [
              key,
              Buffer.from(value, 'base64').toString('utf8'),
            ]),
          ),
        ),
      ),
    ),
  ];
}

/** A value of the vault: of one secret, or as JSON of all keys of one. */
function openVaultSecret(name: string, value: string): KnownSecret[] {
  const where = `vault, ${name}`;
  if (!value.startsWith('{')) return toKnownSecrets(where, { [name]: value });
  const secrets = toKnownSecrets(where, JSON.parse(value));
  return name.startsWith('pg-admin-')
    ? secrets.map(secret => ({ ...secret, kind: 'server administrator' }))
    : secrets;
}

/** Secrets of GitHub Actions, which GitHub itself gives back to nobody. */
async function openGithubSecrets(dataDir: string): Promise<KnownSecret[]> {
  const [key] = readDocuments<{ publicKey: string; privateKey: string }>(
    dataDir,
    'github-secret-keys',
  );
  if (!key) return [];
  await sodium.ready;
  const fromBase64 = (text: string) =>
    sodium.from_base64(text, sodium.base64_variants.ORIGINAL);
  const [, { publicKey, privateKey }] = key;
  return readDocuments<{
    secrets: { name: string; encryptedValue: string }[];
  }>(dataDir, 'github-secrets').flatMap(([place, { secrets }]) =>
    toKnownSecrets(
      `GitHub, ${place}`,
      Object.fromEntries(
        secrets.map(({ name, encryptedValue }) => [
          name,
          sodium.to_string(
            sodium.crypto_box_seal_open(
              fromBase64(encryptedValue),
              fromBase64(publicKey),
              fromBase64(privateKey),
            ),
          ),
        ]),
      ),
    ),
  );
}
