import { Router } from 'express';
import { z } from 'zod/v4';
import { ArmError, route } from '../../azure/ArmError';
import { toResourceId } from '../../azure/identity';
import { nameRequest, parseRequest } from '../../azure/parseRequest';
import {
  AccountDocument,
  accountPath,
  accountType,
  accountsPath,
  checkAccountName,
  findAccount,
  invalidName,
  storageProvider,
  takenNames,
  toAccountResource,
  toKeys,
} from './storageState';
import { StorageScope } from './createStorageProvider';

const accountRequest = z.object({
  location: z.string().optional(),
  tags: z.record(z.string(), z.string()).optional(),
  sku: z.object({ name: z.string() }).optional(),
  kind: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});

/** Storage accounts: read, create, change, delete, and their keys. */
export function createAccountRoutes(scope: StorageScope): Router {
  const { context, blob, accounts, operations, useAccount } = scope;
  const show = (account: AccountDocument) =>
    toAccountResource(account, context.urls.blob);
  const change = (
    known: AccountDocument,
    body: z.infer<typeof accountRequest>,
  ) => {
    if (body.location && body.location !== known.location)
      throw new ArmError(
        409,
        'InvalidResourceLocation',
        `The resource '${known.name}' already exists in location '${known.location}'. A resource with the same name cannot be created in location '${body.location}'. Please select a new resource name.`,
      );
    return accounts.put(known.name, {
      ...known,
      tags: body.tags ?? known.tags,
      sku: body.sku ?? known.sku,
      properties: { ...known.properties, ...body.properties },
    });
  };
  const router = Router();

  router.post(
    `/subscriptions/:subscription/providers/${storageProvider}/checkNameAvailability`,
    route((req, res) => {
      const { name } = parseRequest(nameRequest, req.body);
      if (!/^[a-z0-9]{3,24}$/.test(name))
        res.json({
          nameAvailable: false,
          reason: 'AccountNameInvalid',
          message: invalidName(name),
        });
      else if (accounts.get(name) || takenNames.includes(name))
        res.json({
          nameAvailable: false,
          reason: 'AlreadyExists',
          message: `The storage account named ${name} is already taken.`,
        });
      else res.json({ nameAvailable: true });
    }),
  );
  router.get(
    [`/subscriptions/:subscription/providers/${accountType}`, accountsPath],
    route((_req, res) => {
      res.json({ value: accounts.list().map(show) });
    }),
  );
  router.get(
    accountPath,
    route((req, res) => {
      res.json(show(findAccount(accounts, req.params.account)));
    }),
  );

  router.put(
    accountPath,
    route((req, res) => {
      const name = req.params.account;
      const body = parseRequest(accountRequest, req.body);
      const known = accounts.get(name);
      if (known) {
        res.json(show(change(known, body)));
        return;
      }
      checkAccountName(name);
      if (!body.location || !body.sku || !body.kind)
        throw new ArmError(
          400,
          'InvalidRequestContent',
          'Location, sku and kind of the storage account are required.',
        );
      // The storage provider is polled at the result, without a status address.
      operations.accept(req, res, {
        provider: storageProvider,
        resourceId: toResourceId(`${accountType}/${name}`),
        durationMs: 500,
        polling: 'location',
        task: {
          name,
          location: body.location,
          tags: body.tags,
          sku: body.sku,
          kind: body.kind,
          createdAt: context.now().toISOString(),
          properties: body.properties ?? {},
          blobService: {},
        },
      });
    }),
  );
  router.patch(
    accountPath,
    route((req, res) => {
      const known = findAccount(accounts, req.params.account);
      res.json(show(change(known, parseRequest(accountRequest, req.body))));
    }),
  );
  router.delete(
    accountPath,
    route(async (req, res) => {
      const account = accounts.get(req.params.account);
      if (!account) {
        res.status(204).end();
        return;
      }
      // First, so that nobody who looks into it meanwhile opens it again.
      accounts.delete(account.name);
      await blob.removeAccount(account.name);
      res.status(200).end();
    }),
  );

  router.post(
    `${accountPath}/listKeys`,
    route(async (req, res) => {
      const account = findAccount(accounts, req.params.account);
      await useAccount(account, async () => {});
      res.json(toKeys(blob, account));
    }),
  );
  router.post(
    `${accountPath}/regenerateKey`,
    route(async (req, res) => {
      const account = findAccount(accounts, req.params.account);
      const { keyName } = parseRequest(
        z.object({ keyName: z.enum(['key1', 'key2']) }),
        req.body,
      );
      await useAccount(account, async () => {});
      await blob.regenerateKey(account.name, keyName === 'key1' ? 0 : 1);
      res.json(toKeys(blob, account));
    }),
  );
  return router;
}
