import { ContainerClient, ContainerItem } from '@azure/storage-blob';
import { Router } from 'express';
import { z } from 'zod/v4';
import { ArmError, route } from '../../azure/ArmError';
import { StorageScope } from './createStorageProvider';
import { toResourceId } from '../../azure/identity';
import { parseRequest } from '../../azure/parseRequest';
import {
  AccountDocument,
  accountPath,
  accountType,
  findAccount,
} from './storageState';
import { applyBlobService, blobServiceRequest } from './applyBlobService';

const containerRequest = z.object({
  properties: z
    .object({
      publicAccess: z.enum(['None', 'Blob', 'Container']).nullish(),
      metadata: z.record(z.string(), z.string()).nullish(),
    })
    .nullish(),
});

const servicePath = `${accountPath}/blobServices/default`;
const containersPath = `${servicePath}/containers`;

/** The blob service of an account and its containers, which are really in the blob service. */
export function createContainerRoutes(scope: StorageScope): Router {
  const { blob, accounts, useAccount } = scope;
  const router = Router();

  const toService = (account: AccountDocument) => ({
    id: toResourceId(`${accountType}/${account.name}/blobServices/default`),
    name: 'default',
    type: `${accountType}/blobServices`,
    sku: { ...account.sku, tier: account.sku.name.split('_')[0] },
    properties: {
      cors: { corsRules: [] },
      deleteRetentionPolicy: { enabled: false },
      ...account.blobService,
    },
  });
  router.get(
    servicePath,
    route((req, res) => {
      res.json(toService(findAccount(accounts, req.params.account)));
    }),
  );
  router.put(
    servicePath,
    route(async (req, res) => {
      const account = findAccount(accounts, req.params.account);
      const properties =
        parseRequest(blobServiceRequest, req.body).properties ?? {};
      await useAccount(account, client => applyBlobService(client, properties));
      const changed = accounts.put(account.name, {
        ...account,
        blobService: { ...account.blobService, ...properties },
      });
      res.json(toService(changed));
    }),
  );

  router.get(
    containersPath,
    route(async (req, res) => {
      const account = findAccount(accounts, req.params.account);
      if (account.seed && !blob.getAccount(account.name)) {
        res.json({
          value: account.seed.containers.map(one => toSeeded(account, one)),
        });
        return;
      }
      const items: ContainerItem[] = [];
      await useAccount(account, async client => {
        for await (const item of client.listContainers({
          includeMetadata: true,
        }))
          items.push(item);
      });
      res.json({
        value: items.map(item =>
          toContainer(account, item.name, item.properties, item.metadata),
        ),
      });
    }),
  );
  router.get(
    `${containersPath}/:container`,
    route(async (req, res) => {
      const account = findAccount(accounts, req.params.account);
      const { container } = req.params;
      const seeded =
        !blob.getAccount(account.name) &&
        account.seed?.containers.find(({ name }) => name === container);
      if (seeded) {
        res.json(toSeeded(account, seeded));
        return;
      }
      const found = await useAccount(account, client =>
        readContainer(account, client.getContainerClient(container)),
      );
      if (!found)
        throw new ArmError(
          404,
          'ContainerNotFound',
          'The specified container does not exist.',
        );
      res.json(found);
    }),
  );
  const putContainer = route(async (req, res) => {
    const account = findAccount(accounts, req.params.account);
    const name = checkContainerName(req.params.container);
    const { publicAccess, metadata } =
      parseRequest(containerRequest, req.body).properties ?? {};
    const access = toAccess(publicAccess);
    if (access && account.properties.allowBlobPublicAccess !== true)
      throw new ArmError(
        409,
        'PublicAccessNotPermitted',
        'Public access is not permitted on this storage account.',
      );
    await useAccount(account, async client => {
      const container = client.getContainerClient(name);
      const { succeeded } = await container.createIfNotExists({
        access,
        metadata: metadata ?? undefined,
      });
      if (!succeeded && publicAccess) await container.setAccessPolicy(access);
      if (!succeeded && metadata) await container.setMetadata(metadata);
      res
        .status(succeeded ? 201 : 200)
        .json(await readContainer(account, container));
    });
  });
  router.put(`${containersPath}/:container`, putContainer);
  router.patch(`${containersPath}/:container`, putContainer);
  router.delete(
    `${containersPath}/:container`,
    route(async (req, res) => {
      const account = findAccount(accounts, req.params.account);
      const { succeeded } = await useAccount(account, client =>
        client.getContainerClient(req.params.container).deleteIfExists(),
      );
      res.status(succeeded ? 200 : 204).end();
    }),
  );
  return router;
}

async function readContainer(
  account: AccountDocument,
  container: ContainerClient,
): Promise<object | undefined> {
  if (!(await container.exists())) return undefined;
  const properties = await container.getProperties();
  return toContainer(
    account,
    container.containerName,
    { ...properties, publicAccess: properties.blobPublicAccess },
    properties.metadata,
  );
}

function toSeeded(
  account: AccountDocument,
  { name, publicAccess }: { name: string; publicAccess?: string },
) {
  return toContainer(
    account,
    name,
    {
      publicAccess,
      lastModified: new Date(account.createdAt),
      leaseStatus: 'unlocked',
      leaseState: 'available',
    },
    undefined,
  );
}

function toContainer(
  account: AccountDocument,
  name: string,
  properties: {
    etag?: string;
    lastModified?: Date;
    leaseStatus?: string;
    leaseState?: string;
    publicAccess?: string;
  },
  metadata: Record<string, string> | undefined,
) {
  const { etag, lastModified, leaseStatus, leaseState } = properties;
  const title = (text = '') => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    id: toResourceId(
      `${accountType}/${account.name}/blobServices/default/containers/${name}`,
    ),
    name,
    type: `${accountType}/blobServices/containers`,
    etag,
    properties: {
      publicAccess: title(properties.publicAccess) || 'None',
      leaseStatus: title(leaseStatus),
      leaseState: title(leaseState),
      lastModifiedTime: lastModified?.toISOString(),
      metadata: metadata && Object.keys(metadata).length ? metadata : undefined,
      hasImmutabilityPolicy: false,
      hasLegalHold: false,
    },
  };
}

function toAccess(
  publicAccess: 'None' | 'Blob' | 'Container' | null | undefined,
): 'blob' | 'container' | undefined {
  return { None: undefined, Blob: 'blob', Container: 'container' }[
    publicAccess ?? 'None'
  ] as 'blob' | 'container' | undefined;
}

function checkContainerName(name: string): string {
  if (!/^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name))
    throw new ArmError(
      400,
      'InvalidResourceName',
      'The specified resource name contains invalid characters or has an invalid length.',
    );
  return name;
}
