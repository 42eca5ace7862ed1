import { DocumentStore } from '../kernel/DocumentStore';
import { ArmError } from './ArmError';

/** For how long a deleted secret can be brought back. */
const recoverableDays = 90;

/** A secret as the sandbox keeps it; only its newest version. */
export interface SecretDocument {
  name: string;
  version: string;
  value: string;
  contentType?: string;
  tags?: Record<string, string>;
  createdAt: string;
  updatedAt: string;
  deletedAt?: string;
}

/** What every route of the vault works with. */
export interface VaultScope {
  secrets: DocumentStore<SecretDocument>;
  url: string;
  now(): string;
}

const toSeconds = (time: string) => Math.floor(Date.parse(time) / 1000);

/** A secret as a vault shows it, with its value. */
export function toBundle(secret: SecretDocument, url: string) {
  return {
    value: secret.value,
    contentType: secret.contentType,
    id: `${url}/secrets/${secret.name}/${secret.version}`,
    tags: secret.tags,
    attributes: {
      enabled: true,
      created: toSeconds(secret.createdAt),
      updated: toSeconds(secret.updatedAt),
      recoveryLevel: 'Recoverable+Purgeable',
      recoverableDays,
    },
  };
}

/** The same after it was deleted. */
export function toDeletedBundle(secret: SecretDocument, url: string) {
  const { value: _kept, ...bundle } = toBundle(secret, url);
  const deletedDate = toSeconds(secret.deletedAt ?? secret.updatedAt);
  return {
    ...bundle,
    recoveryId: `${url}/deletedsecrets/${secret.name}`,
    deletedDate,
    scheduledPurgeDate: deletedDate + recoverableDays * 86_400,
  };
}

/** 404 for a secret that is not there. */
export function secretNotFound(name: string): ArmError {
  return new ArmError(
    404,
    'SecretNotFound',
    `A secret with (name/id) ${name} was not found in this key vault. If you recently deleted this secret you may be able to recover it using the correct recovery command.`,
  );
}
