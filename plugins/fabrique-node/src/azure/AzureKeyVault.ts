import { KeyVaultSecret, SecretClient } from '@azure/keyvault-secrets';
import { absentWhenNotFound } from '../provisioning/absentWhenNotFound';
import {
  fromOwnershipTags,
  Ownership,
  toOwnershipTags,
} from '../provisioning/ownership';
import { AzureConnection } from './AzureConnection';
import { refuseOtherThanJson } from './refuseOtherThanJson';

/**
 * A secret of a vault, without its value.
 *
 * @public
 */
export interface KeyVaultSecretState {
  owner?: Ownership;
  /** It was deleted, and its name is not free until the vault forgets it: it can only be brought back. */
  isDeleted: boolean;
}

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Secrets of the portal's vault. Every method throws `UpstreamError`; no message of it holds a value.
 *
 * @see https://learn.microsoft.com/rest/api/keyvault/secrets
 *
 * @public
 */
export class AzureKeyVault {
  readonly #connection: AzureConnection;
  readonly #client: SecretClient;
  /** Address of the vault. */
  readonly url: string;

  /** @returns undefined for a portal that has no vault. */
  static create(connection: AzureConnection): AzureKeyVault | undefined {
    const { keyVaultUrl } = connection.config;
    return keyVaultUrl ? new AzureKeyVault(connection, keyVaultUrl) : undefined;
  }

  private constructor(connection: AzureConnection, url: string) {
    const { config, ca, credential } = connection;
    this.url = url;
    this.#connection = connection;
    this.#client = new SecretClient(url, credential, {
      ...(ca && { tlsOptions: { ca } }),
      retryOptions: { maxRetries: 0 },
      additionalPolicies: [
        { policy: refuseOtherThanJson, position: 'perCall' },
      ],
      // The vaults of other clouds have other domains than the one that their tokens are for.
      disableChallengeResourceVerification: config.authorityHost !== undefined,
    });
  }

  /** Address of a secret, without a version. */
  toUrl(name: string): string {
    return `${this.url}/secrets/${name}`;
  }

  /** What is known of a secret; undefined when there is none and its name is free. */
  async get(
    name: string,
    options: CallOptions = {},
  ): Promise<KeyVaultSecretState | undefined> {
    const secret = await this.#read(name, options);
    if (secret) return toState(secret, false);
    const deleted = await absentWhenNotFound(
      this.#connection.policy.run(
        { name: `look for secret ${name}`, idempotent: true, ...options },
        abortSignal => this.#client.getDeletedSecret(name, { abortSignal }),
      ),
    );
    return deleted && toState(deleted, true);
  }

  /** The value of a secret; undefined when there is none. */
  async getValue(
    name: string,
    options: CallOptions = {},
  ): Promise<string | undefined> {
    return (await this.#read(name, options))?.value;
  }

  /** Gives a secret a value and an owner; one that was deleted is brought back first. May be repeated. */
  async set(
    name: string,
    wish: { value: string; owner: Ownership; contentType?: string },
    options: CallOptions = {},
  ): Promise<void> {
    const state = await this.get(name, options);
    await this.#connection.runLong(
      { name: `set secret ${name}`, idempotent: true, ...options },
      async abortSignal => {
        if (state?.isDeleted) {
          const poller = await this.#client.beginRecoverDeletedSecret(name, {
            abortSignal,
          });
          await poller.pollUntilDone();
        }
        await this.#client.setSecret(name, wish.value, {
          abortSignal,
          contentType: wish.contentType,
          tags: toOwnershipTags(wish.owner),
        });
      },
    );
  }

  /** Writes on a secret whose it is, and leaves its value alone. */
  async setOwner(
    name: string,
    owner: Ownership,
    options: CallOptions = {},
  ): Promise<void> {
    await this.#connection.policy.run(
      { name: `set owner of secret ${name}`, idempotent: true, ...options },
      async abortSignal => {
        const { properties } = await this.#client.getSecret(name, {
          abortSignal,
        });
        await this.#client.updateSecretProperties(
          name,
          properties.version ?? '',
          {
            abortSignal,
            tags: { ...properties.tags, ...toOwnershipTags(owner) },
          },
        );
      },
    );
  }

  /** Deletes a secret. The vault keeps it for as long as its own rules say. May be repeated. */
  async delete(name: string, options: CallOptions = {}): Promise<void> {
    await absentWhenNotFound(
      this.#connection.runLong(
        { name: `delete secret ${name}`, idempotent: true, ...options },
        async abortSignal => {
          const poller = await this.#client.beginDeleteSecret(name, {
            abortSignal,
          });
          await poller.pollUntilDone();
        },
      ),
    );
  }

  #read(
    name: string,
    options: CallOptions,
  ): Promise<KeyVaultSecret | undefined> {
    return absentWhenNotFound(
      this.#connection.policy.run(
        { name: `read secret ${name}`, idempotent: true, ...options },
        abortSignal => this.#client.getSecret(name, { abortSignal }),
      ),
    );
  }
}

function toState(
  { properties: { tags } }: Pick<KeyVaultSecret, 'properties'>,
  isDeleted: boolean,
): KeyVaultSecretState {
  return { owner: fromOwnershipTags(tags), isDeleted };
}
