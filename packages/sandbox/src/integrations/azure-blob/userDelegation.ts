import {
  ContainerSASPermissions,
  generateBlobSASQueryParameters,
  SASProtocol,
  StorageSharedKeyCredential,
  UserDelegationKey,
} from '@azure/storage-blob';
import { createHmac } from 'crypto';
import express, { Request, Response, Router } from 'express';
import { Entra } from '../../azure/entra';
import { identity } from '../../azure/identity';
import { SandboxContext } from '../../kernel/Facade';
import { BlobAccount } from './createBlobFacade';

const dayMs = 86_400_000;
const audience = 'https://storage.azure.com';

const toText = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z');

function readTimes(body: string) {
  const read = (name: string) =>
    new Date(new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1] ?? '');
  const times = { startsOn: read('Start'), expiresOn: read('Expiry') };
  return times.startsOn < times.expiresOn ? times : undefined;
}

function toXml(key: UserDelegationKey): string {
  return `<?xml version="1.0" encoding="utf-8"?><UserDelegationKey><SignedOid>${
    key.signedObjectId
  }</SignedOid><SignedTid>${
    key.signedTenantId
  }</SignedTid><SignedStart>${toText(
    key.signedStartsOn,
  )}</SignedStart><SignedExpiry>${toText(
    key.signedExpiresOn,
  )}</SignedExpiry><SignedService>${
    key.signedService
  }</SignedService><SignedVersion>${key.signedVersion}</SignedVersion><Value>${
    key.value
  }</Value></UserDelegationKey>`;
}

function refuse(res: Response, httpStatus: number, code: string): void {
  res
    .status(httpStatus)
    .type('application/xml')
    .send(
      `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>Server failed to authenticate the request. Make sure the value of the Authorization header is formed correctly including the signature.</Message></Error>`,
    );
}

/**
 * Signatures that Azurite gives over HTTPS only: the key with which they are made, and their check. What
 * is asked with a good one goes on to Azurite, signed with a key of the account.
 *
 * @see https://learn.microsoft.com/rest/api/storageservices/create-user-delegation-sas
 */
export function createUserDelegation(
  context: SandboxContext,
  entra: Entra,
  getAccount: (name: string) => BlobAccount | undefined,
) {
  /** Not kept: it follows from a key of the account, as Azure's follow from one that nobody sees. */
  const toKey = (
    account: BlobAccount,
    startsOn: Date,
    expiresOn: Date,
    version: string,
  ): UserDelegationKey => ({
    signedObjectId: identity.clientId,
    signedTenantId: identity.tenantId,
    signedStartsOn: startsOn,
    signedExpiresOn: expiresOn,
    signedService: 'b',
    signedVersion: version,
    value: createHmac('sha256', account.keys[1])
      .update(`${toText(startsOn)} ${toText(expiresOn)} ${version}`)
      .digest('base64'),
  });

  const router = Router();
  router.post(
    '/:account',
    // Any other body goes on to Azurite unread.
    (req, _res, next) =>
      next(req.query.comp === 'userdelegationkey' ? undefined : 'route'),
    express.text({ type: () => true }),
    (req, res) => {
      const account = getAccount(req.params.account);
      const token = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
      if (!account) {
        refuse(res, 404, 'ResourceNotFound');
      } else if (!token || !entra.isValid(token, audience)) {
        refuse(res, 401, 'InvalidAuthenticationInfo');
      } else {
        const times = readTimes(String(req.body));
        const version = String(req.headers['x-ms-version']);
        if (!times || times.expiresOn.getTime() - Date.now() > 7 * dayMs) {
          refuse(res, 400, 'InvalidXmlNodeValue');
          return;
        }
        const key = toKey(account, times.startsOn, times.expiresOn, version);
        res.type('application/xml').send(toXml(key));
      }
    },
  );

  return {
    router,
    /** The address to ask Azurite for; undefined after a refusal. */
    admit(req: Request, res: Response): string | undefined {
      const { skoid } = req.query;
      if (!skoid) return req.originalUrl;
      const [, accountName, containerName] = req.path.split('/');
      const account = getAccount(accountName);
      const asked = new URLSearchParams(req.url.split('?')[1]);
      const read = (name: string) => asked.get(name) ?? '';
      const expiresOn = new Date(read('se'));
      if (!account || read('sr') !== 'c' || !(expiresOn > context.now())) {
        refuse(res, 403, 'AuthenticationFailed');
        return undefined;
      }
      const values = {
        containerName,
        permissions: ContainerSASPermissions.parse(read('sp')),
        startsOn: new Date(read('st')),
        expiresOn,
        protocol: read('spr') as SASProtocol,
        version: read('sv'),
      };
      const expected = generateBlobSASQueryParameters(
        values,
        toKey(
          account,
          new Date(read('skt')),
          new Date(read('ske')),
          read('skv'),
        ),
        accountName,
      );
      if (expected.signature !== read('sig')) {
        refuse(res, 403, 'AuthenticationFailed');
        return undefined;
      }
      const own = generateBlobSASQueryParameters(
        values,
        new StorageSharedKeyCredential(accountName, account.keys[0]),
      ).toString();
      for (const name of new URLSearchParams(expected.toString()).keys())
        asked.delete(name);
      const rest = asked.toString();
      return `${req.path}?${rest ? `${rest}&` : ''}${own}`;
    },
  };
}
