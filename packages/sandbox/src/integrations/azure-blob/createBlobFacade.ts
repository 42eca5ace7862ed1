import {
  BlobServiceClient,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { randomBytes } from 'crypto';
import express from 'express';
import { Facade, SandboxContext } from '../../kernel/Facade';
import { AzuriteProcess } from './AzuriteProcess';
import { createEntra } from '../../azure/entra';
import { createUserDelegation } from './userDelegation';
import { RequestCounter } from './RequestCounter';
import { forwardRequest } from './forwardRequest';

/** A storage account as the blob service knows it. */
export interface BlobAccount {
  name: string;
  /** Two base64 keys, as in Azure. */
  keys: [string, string];
}

/** The real blob service, and the accounts in it. */
export interface BlobFacade extends Facade {
  /** What was asked of it from outside, since it started. */
  requests: RequestCounter;
  /** Makes an account, or returns the one there is. */
  ensureAccount(name: string): Promise<BlobAccount>;
  getAccount(name: string): BlobAccount | undefined;
  /** Gives one of its keys a new value; throws when there is no such account. */
  regenerateKey(name: string, index: 0 | 1): Promise<BlobAccount>;
  /** Removes an account with everything in it. */
  removeAccount(name: string): Promise<void>;
  /** Works on one account, past the faults of the sandbox; throws when there is no such account. */
  useAccount<T>(
    name: string,
    work: (client: BlobServiceClient) => Promise<T>,
  ): Promise<T>;
}

const makeKey = () => randomBytes(64).toString('base64');

const noSuchAccount = `<?xml version="1.0" encoding="utf-8"?><Error><Code>ResourceNotFound</Code><Message>The specified resource does not exist.</Message></Error>`;

/** Azurite, as a child process, behind the sandbox's own port. */
export function createBlobFacade(context: SandboxContext): BlobFacade {
  const accounts = context.documents<BlobAccount>('blob-accounts');
  const azurite = new AzuriteProcess(context.dataDir('blob'), () =>
    accounts
      .list()
      .map(({ name, keys }) => [name, ...keys].join(':'))
      .join(';'),
  );
  const requests = new RequestCounter();
  const delegation = createUserDelegation(context, createEntra(context), name =>
    accounts.get(name),
  );
  const app = express();
  app.disable('x-powered-by');
  app.use((req, _res, next) => {
    requests.count(req, context.now());
    next();
  });
  app.use(delegation.router);
  app.use((req, res, next) => {
    const path = delegation.admit(req, res);
    if (path === undefined) return;
    azurite
      .use(async url => {
        // Azurite knows one that was removed until its next start.
        const isKnown = accounts.get(req.path.split('/')[1]);
        if (url && isKnown) await forwardRequest(url, req, res, path);
        else res.status(404).type('application/xml').send(noSuchAccount);
      })
      .catch(next);
  });

  const findAccount = (name: string) => {
    const account = accounts.get(name);
    if (!account) throw new Error(`There is no storage account ${name}`);
    return account;
  };
  const useAccount: BlobFacade['useAccount'] = (name, work) =>
    azurite.use(async url => {
      const { keys } = findAccount(name);
      return await work(
        new BlobServiceClient(
          `${url}/${name}`,
          new StorageSharedKeyCredential(name, keys[0]),
          {
            retryOptions: { maxTries: 1 },
            keepAliveOptions: { enable: false },
          },
        ),
      );
    });

  return {
    id: 'blob',
    app,
    requests,
    start: () => azurite.restart(),
    stop: () => azurite.stop(),
    getAccount: name => accounts.get(name),
    async ensureAccount(name) {
      const known = accounts.get(name);
      if (known) return known;
      const account = accounts.put(name, {
        name,
        keys: [makeKey(), makeKey()],
      });
      await azurite.restart();
      return account;
    },
    async regenerateKey(name, index) {
      const known = findAccount(name);
      const keys: BlobAccount['keys'] = [...known.keys];
      keys[index] = makeKey();
      const account = accounts.put(name, { ...known, keys });
      await azurite.restart();
      return account;
    },
    async removeAccount(name) {
      if (!accounts.get(name)) return;
      await useAccount(name, async client => {
        for await (const container of client.listContainers())
          await client.deleteContainer(container.name);
      });
      accounts.delete(name);
    },
    useAccount,
  };
}
