import { StartedActions } from './startActions';

/** Sinks that hold a secret where something reads it at once, without a deployment. */
export const liveSinks = [
  'gitlab-variable',
  'github-secret',
  'kubernetes-secret',
  'azure-key-vault',
] as const;

/** See {@link liveSinks}. */
export type LiveSink = (typeof liveSinks)[number];

/** How each sink is written: for faults. */
export const sinkWrites: Record<LiveSink, { upstream: string; match: object }> =
  {
    'gitlab-variable': {
      upstream: 'gitlab',
      match: { method: 'PUT', path: '/variables/' },
    },
    'github-secret': {
      upstream: 'github',
      match: { method: 'PUT', path: '/secrets/' },
    },
    'kubernetes-secret': {
      upstream: 'kubernetes-prod',
      match: { method: 'PATCH', path: '/secrets/' },
    },
    'azure-key-vault': {
      upstream: 'key-vault',
      match: { method: 'PUT', path: '/secrets/' },
    },
  };

/** What a sink holds for production at this moment, its keys in capitals as GitHub has them. */
export async function readSink(
  { sandbox }: StartedActions,
  sink: LiveSink,
  secret: { name: string; secretName: string },
): Promise<Record<string, string>> {
  const { name, secretName } = secret;
  const readers: Record<LiveSink, () => Promise<[string, string][]>> = {
    async 'gitlab-variable'() {
      const variables = await readJson<
        { key: string; value: string; environment_scope: string }[]
      >(
        `${sandbox.urls.gitlab}/api/v4/projects/SocialGouv%2F${name}/variables?per_page=100`,
        { 'private-token': 'sandbox-gitlab-token' },
      );
      return variables
        .filter(({ environment_scope: scope }) => scope === 'prod')
        .map(({ key, value }) => [key, value]);
    },
    async 'github-secret'() {
      const { secrets } = sandbox.context
        .documents<{ secrets: { name: string; encryptedValue: string }[] }>(
          'github-secrets',
        )
        .get(`SocialGouv/${name}/production`)!;
      return Promise.all(
        secrets.map(
          async (item): Promise<[string, string]> => [
            item.name,
            await openGithubSecret(sandbox, item.encryptedValue),
          ],
        ),
      );
    },
    async 'kubernetes-secret'() {
      const { data } = await readJson<{ data: Record<string, string> }>(
        `${sandbox.urls['kubernetes-prod']}/api/v1/namespaces/${name}/secrets/${secretName}`,
        { authorization: 'Bearer sandbox-prod2-token' },
      );
      return Object.entries(data).map(([key, value]) => [
        key,
        Buffer.from(value, 'base64').toString('utf8'),
      ]);
    },
    async 'azure-key-vault'() {
      const { value } = sandbox.context
        .documents<{ value: string }>('azure-key-vault')
        .get(`${name}-prod-${secretName}`)!;
      return Object.entries(JSON.parse(value) as Record<string, string>);
    },
  };
  const entries = await readers[sink]();
  return Object.fromEntries(
    entries.map(([key, value]) => [key.toUpperCase(), value]),
  );
}

async function readJson<T>(
  url: string,
  headers: Record<string, string>,
): Promise<T> {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** As GitHub does for a job. */
async function openGithubSecret(
  { context }: StartedActions['sandbox'],
  sealed: string,
): Promise<string> {
  const sodium: typeof import('libsodium-wrappers') = require('libsodium-wrappers');
  await sodium.ready;
  const { publicKey, privateKey } = context
    .documents<{ publicKey: string; privateKey: string }>('github-secret-keys')
    .get('key')!;
  const [box, own, secret] = [sealed, publicKey, privateKey].map(text =>
    sodium.from_base64(text, sodium.base64_variants.ORIGINAL),
  );
  return sodium.to_string(sodium.crypto_box_seal_open(box, own, secret));
}
