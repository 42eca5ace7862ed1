import type {
  BlobServiceProperties,
  ListContainerItem,
  ManagementPolicy,
  StorageAccount,
} from '@azure/arm-storage';
import { expectPublished } from '../../testUtils/Unpublished';
import {
  AzureBlobService,
  AzureContainers,
  AzureLifecyclePolicy,
  AzureStorageAccount,
} from './schema';

const time = new Date('2026-11-23T10:00:00Z');

describe("Azure Storage's published types", () => {
  it('have every field that is read', () => {
    expectPublished<AzureStorageAccount, StorageAccount>();
    expectPublished<AzureBlobService, BlobServiceProperties>();
    expectPublished<AzureContainers, ListContainerItem[]>();
    expectPublished<AzureLifecyclePolicy, ManagementPolicy>();
    // @ts-expect-error A field that Azure does not have is found out.
    expectPublished<{ sku: { price: number } }, StorageAccount>();

    const container: ListContainerItem = {
      id: '/subscriptions/s/containers/domifa',
      name: 'domifa',
      publicAccess: 'None',
      lastModifiedTime: time,
    };
    expect(AzureContainers.parse([container])).toEqual([
      {
        name: 'domifa',
        publicAccess: 'None',
        lastModifiedTime: time.toISOString(),
      },
    ]);
  });
});
