import type { Octokit } from '@octokit/rest';
import { z } from 'zod/v4';
import { GithubApi } from '../scm';
import { looseArray } from '../upstream';
import { absentWhenNotFound } from './absentWhenNotFound';
import { Present } from './githubRepository';
import { repeatGithubCall } from './repeatGithubCall';

// Minimal versions of GitHub's answers.
const PublicKey = z.object({ key_id: z.string(), key: z.string() });
const Secrets = z.object({
  secrets: looseArray(z.object({ name: z.string() })),
});

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * A secret that GitHub alone can open: it may be stored.
 *
 * @public
 */
export type SealedGithubSecret = {
  name: string;
  /** Id of the key for which it is sealed. */
  keyId: string;
  sealedValue: string;
};

/**
 * Where GitHub Actions looks for a secret: in a repository, or in one of its environments only.
 *
 * @public
 */
export interface GithubSecretPlace {
  repository: string;
  environment?: string;
}

/**
 * Secrets of GitHub Actions in the organization's repositories. GitHub gives their names back and never
 * their values. Every method throws `UpstreamError`.
 *
 * @see https://docs.github.com/rest/actions/secrets
 *
 * @public
 */
export class GithubSecrets {
  readonly #api: GithubApi;
  readonly #organization: string;

  constructor(api: GithubApi) {
    this.#api = api;
    this.#organization = api.config.organization;
  }

  /** Names of the secrets of a place, up to 100; none where there is no such place. */
  async listNames(
    place: GithubSecretPlace,
    options: CallOptions = {},
  ): Promise<string[]> {
    const found = await absentWhenNotFound(
      this.#call('list secrets', Secrets, place, options, {
        inRepository: (octokit, ref) =>
          octokit.actions.listRepoSecrets({ ...ref, per_page: 100 }),
        inEnvironment: (octokit, ref) =>
          octokit.actions.listEnvironmentSecrets({ ...ref, per_page: 100 }),
      }),
    );
    return found?.secrets.map(({ name }) => name) ?? [];
  }

  /**
   * Makes an environment that does not exist; one that exists keeps its rules. May be repeated.
   */
  async ensureEnvironment(
    repository: string,
    environment: string,
    options: CallOptions = {},
  ): Promise<void> {
    const ref = {
      ...this.#ref({ repository }),
      environment_name: environment,
    };
    const found = await absentWhenNotFound(
      repeatGithubCall(
        this.#api,
        'read environment',
        Present,
        options,
        (octokit, request) => octokit.repos.getEnvironment({ ...ref, request }),
      ),
    );
    if (found) return;
    await repeatGithubCall(
      this.#api,
      'create environment',
      Present,
      options,
      (octokit, request) =>
        octokit.repos.createOrUpdateEnvironment({ ...ref, request }),
    );
  }

  /** The key for which secrets of a place are sealed. */
  async getPublicKey(
    place: GithubSecretPlace,
    options: CallOptions = {},
  ): Promise<{ id: string; key: string }> {
    const { key_id: id, key } = await this.#call(
      'read public key',
      PublicKey,
      place,
      options,
      {
        inRepository: (octokit, ref) =>
          octokit.actions.getRepoPublicKey({ ...ref }),
        inEnvironment: (octokit, ref) =>
          octokit.actions.getEnvironmentPublicKey({ ...ref }),
      },
    );
    return { id, key };
  }

  /** Seals a secret for the key of its place. */
  async seal(
    secret: { name: string; value: string },
    publicKey: { id: string; key: string },
  ): Promise<SealedGithubSecret> {
    return {
      name: secret.name,
      keyId: publicKey.id,
      sealedValue: await sealForGithub(secret.value, publicKey.key),
    };
  }

  /** Writes a secret. May be repeated. */
  async put(
    place: GithubSecretPlace,
    secret: SealedGithubSecret,
    options: CallOptions = {},
  ): Promise<void> {
    const sealed = {
      secret_name: secret.name,
      key_id: secret.keyId,
      encrypted_value: secret.sealedValue,
    };
    await this.#call('write secret', z.unknown(), place, options, {
      inRepository: (octokit, ref) =>
        octokit.actions.createOrUpdateRepoSecret({ ...ref, ...sealed }),
      inEnvironment: (octokit, ref) =>
        octokit.actions.createOrUpdateEnvironmentSecret({ ...ref, ...sealed }),
    });
  }

  /** Removes a secret. One that is gone already is well. */
  async delete(
    place: GithubSecretPlace,
    name: string,
    options: CallOptions = {},
  ): Promise<void> {
    await absentWhenNotFound(
      this.#call('delete secret', z.unknown(), place, options, {
        inRepository: (octokit, ref) =>
          octokit.actions.deleteRepoSecret({ ...ref, secret_name: name }),
        inEnvironment: (octokit, ref) =>
          octokit.actions.deleteEnvironmentSecret({
            ...ref,
            secret_name: name,
          }),
      }),
    );
  }

  #call<Schema extends z.ZodType>(
    name: string,
    schema: Schema,
    place: GithubSecretPlace,
    options: CallOptions,
    calls: {
      inRepository(octokit: Octokit, ref: RepositoryRef): Answer;
      inEnvironment(octokit: Octokit, ref: EnvironmentRef): Answer;
    },
  ): Promise<z.infer<Schema>> {
    const { environment } = place;
    return repeatGithubCall(
      this.#api,
      name,
      schema,
      options,
      (octokit, request) => {
        const ref = { ...this.#ref(place), request };
        return environment
          ? calls.inEnvironment(octokit, {
              ...ref,
              environment_name: environment,
            })
          : calls.inRepository(octokit, ref);
      },
    );
  }

  #ref({ repository }: { repository: string }) {
    return { owner: this.#organization, repo: repository };
  }
}

type Answer = Promise<{ data: unknown; headers: { link?: string } }>;
type RepositoryRef = {
  owner: string;
  repo: string;
  request: { signal: AbortSignal };
};
type EnvironmentRef = RepositoryRef & { environment_name: string };

/** A libsodium sealed box, as GitHub wants it: who seals it cannot open it either. */
async function sealForGithub(
  value: string,
  publicKey: string,
): Promise<string> {
  // Loaded for the first secret: it is WebAssembly, which portals that make none need not start.
  const sodium: typeof import('libsodium-wrappers') = require('libsodium-wrappers');
  await sodium.ready;
  const { ORIGINAL } = sodium.base64_variants;
  return sodium.to_base64(
    sodium.crypto_box_seal(
      sodium.from_string(value),
      sodium.from_base64(publicKey, ORIGINAL),
    ),
    ORIGINAL,
  );
}
