import {
  ContainerSASPermissions,
  generateBlobSASQueryParameters,
  SASProtocol,
  UserDelegationKey,
} from '@azure/storage-blob';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod/v4';
import { encodePath, parseAnswer, UpstreamClient } from '../upstream';
import { AzureConnection } from './AzureConnection';

/** Scope of tokens for the blob service. */
const blobScope = 'https://storage.azure.com/.default';
/** Of the blob service; the oldest that gives signatures for the delegation of a whole container. */
const blobVersion = '2022-11-02';

const DelegationKey = z.object({
  UserDelegationKey: z.object({
    SignedOid: z.string(),
    SignedTid: z.string(),
    SignedStart: z.iso.datetime(),
    SignedExpiry: z.iso.datetime(),
    SignedService: z.string(),
    SignedVersion: z.string(),
    Value: z.string(),
  }),
});

/**
 * Signatures that open one container for a few days, made in the portal's own name: no key of the account
 * is needed. The portal needs the roles Storage Blob Delegator on the account, and, as a signature allows
 * no more than its maker may do, Storage Blob Data Contributor.
 *
 * @see https://learn.microsoft.com/rest/api/storageservices/create-user-delegation-sas
 *
 * @public
 */
export class AzureBlobDelegation {
  readonly #connection: AzureConnection;

  constructor(connection: AzureConnection) {
    this.#connection = connection;
  }

  /**
   * Signs for reading, listing and, where asked, writing and deleting the files of a container.
   *
   * @param options - `days` is 7 at most, which Azure allows no longer.
   * @returns the signature, as the query of an address: a secret.
   * @throws UpstreamError; of kind `forbidden` without the roles.
   */
  async signContainer(
    { name, blobUrl }: { name: string; blobUrl: string },
    container: string,
    options: { days: number; canWrite: boolean; signal?: AbortSignal },
  ): Promise<string> {
    // Clocks differ by minutes: a signature that begins now might not be good yet.
    const startsOn = new Date(Date.now() - 15 * 60_000);
    const expiresOn = new Date(startsOn.getTime() + options.days * 86_400_000);
    const key = await this.#readKey(blobUrl, { startsOn, expiresOn }, options);
    return generateBlobSASQueryParameters(
      {
        containerName: container,
        permissions: ContainerSASPermissions.parse(
          options.canWrite ? 'racwdl' : 'rl',
        ),
        startsOn,
        expiresOn,
        protocol: blobUrl.startsWith('https:')
          ? SASProtocol.Https
          : SASProtocol.HttpsAndHttp,
        version: blobVersion,
      },
      key,
      name,
    ).toString();
  }

  async #readKey(
    blobUrl: string,
    times: { startsOn: Date; expiresOn: Date },
    { signal }: { signal?: AbortSignal },
  ): Promise<UserDelegationKey> {
    const { credential, policy } = this.#connection;
    const operation = { service: 'Azure', name: 'ask for a delegation key' };
    const token = await policy.run(
      { name: 'sign in to the blob service', idempotent: true, signal },
      abortSignal => credential.getToken(blobScope, { abortSignal }),
    );
    const client = UpstreamClient.create({
      service: operation.service,
      baseUrl: blobUrl,
      secrets: [token.token],
    });
    const toText = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z');
    const { body } = await client.requestText(encodePath`/`, {
      operation: operation.name,
      method: 'POST',
      idempotent: true,
      query: { restype: 'service', comp: 'userdelegationkey' },
      headers: {
        authorization: `Bearer ${token.token}`,
        'x-ms-version': blobVersion,
      },
      xml: `<?xml version="1.0" encoding="utf-8"?><KeyInfo><Start>${toText(
        times.startsOn,
      )}</Start><Expiry>${toText(times.expiresOn)}</Expiry></KeyInfo>`,
      signal,
    });
    const { UserDelegationKey: key } = parseAnswer(
      DelegationKey,
      new XMLParser({ parseTagValue: false }).parse(body),
      operation,
    );
    return {
      signedObjectId: key.SignedOid,
      signedTenantId: key.SignedTid,
      signedStartsOn: new Date(key.SignedStart),
      signedExpiresOn: new Date(key.SignedExpiry),
      signedService: key.SignedService,
      signedVersion: key.SignedVersion,
      value: key.Value,
    };
  }
}
