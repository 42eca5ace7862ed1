import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GithubProvisioner,
  GithubSecretPlace,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureCall, EnsuredResource } from '../ensure';
import { SecretReference, SecretSink } from './SecretSink';

/** How the shared workflows name the environments of GitHub. */
const environmentNames: Record<Environment, string> = {
  dev: 'review',
  preprod: 'preproduction',
  prod: 'production',
};

/**
 * Puts secrets into the GitHub environment of the application's repository, for its workflows.
 *
 * @public
 */
export function createGithubSecretSink(github: GithubProvisioner): SecretSink {
  return {
    createResource: ({ names, environment, keys, replaces, makeValues }) =>
      createGithubSecretResource(github, {
        replaces,
        repository: names.name,
        environment,
        githubEnvironment: environmentNames[environment],
        keys,
        makeValues,
      }),
  };
}

/**
 * Secrets of a repository, or of one of its environments. GitHub gives no value back: if one of the keys
 * is missing all are made, if none is they stay.
 */
export function createGithubSecretResource(
  github: GithubProvisioner,
  wish: {
    repository: string;
    /** Environment of the application, for the ledger. */
    environment?: Environment;
    /** Name of GitHub's environment; the repository when left out. */
    githubEnvironment?: string;
    keys: string[];
    replaces?: boolean;
    makeValues(call: EnsureCall): Promise<Record<string, string>>;
  },
): EnsuredResource<{ present: string[] }, { reference: SecretReference }> {
  const { repository, environment, githubEnvironment } = wish;
  const place: GithubSecretPlace = {
    repository,
    ...(githubEnvironment && { environment: githubEnvironment }),
  };
  // GitHub keeps names in capitals.
  const keys = wish.keys.map(key => key.toUpperCase());
  const name = githubEnvironment
    ? `${repository}/${githubEnvironment}`
    : repository;
  const reference: SecretReference = { sink: 'github-secret', name, keys };
  return {
    key: `github/${github.organization}/${repository}/secrets/${
      githubEnvironment ?? ''
    }/${keys.join('+')}`,
    title: `GitHub secrets ${keys.join(', ')} of ${name}`,
    ledger: { type: 'github-secret', ...(environment && { environment }) },
    async read(call) {
      return { present: await github.secrets.listNames(place, call) };
    },
    plan({ present }) {
      const missing = keys.filter(key => !present.includes(key));
      if (missing.length > 0) {
        return { verb: 'create', detail: missing.join(', ') };
      }
      return wish.replaces
        ? { verb: 'update', detail: keys.join(', ') }
        : { verb: 'nothing', detail: 'GitHub has them' };
    },
    async apply(_found, call) {
      if (githubEnvironment) {
        await github.secrets.ensureEnvironment(
          repository,
          githubEnvironment,
          call,
        );
      }
      // Sealed and kept before the first is sent: a run that is tried again sends the same values, and what
      // GitHub has of them already stays right.
      const sealed = await call.keep('sealed', async () => {
        // The key comes first: values that cannot be sealed must not be made.
        const publicKey = await github.secrets.getPublicKey(place, call);
        const values = await wish.makeValues(call);
        return Promise.all(
          Object.entries(values).map(([key, value]) =>
            github.secrets.seal({ name: key.toUpperCase(), value }, publicKey),
          ),
        );
      });
      for (const secret of sealed) {
        await github.secrets.put(place, secret, call);
      }
      return { reference };
    },
    refer: () => ({ reference }),
    remember: () => ({ ...place, keys }),
    locate: () => `${github.toHtmlUrl(repository)}/settings/secrets/actions`,
  };
}
