import { z } from 'zod/v4';
import { looseArray } from '../../upstream';

// Minimal versions of what the SDK gives, with dates in place of texts: only the fields that the view
// needs. One that is odd is left out and never costs the whole account.

const Words = z.string().nullish().catch(undefined);
const Flag = z.boolean().nullish().catch(undefined);
const Days = z.number().nullish().catch(undefined);
const Retention = z.object({ enabled: Flag, days: Days }).nullish();
const Age = z
  .object({
    daysAfterModificationGreaterThan: Days,
    daysAfterLastAccessTimeGreaterThan: Days,
    daysAfterCreationGreaterThan: Days,
  })
  .nullish();

/** A storage account. @public */
export const AzureStorageAccount = z.object({
  /** Of Resource Manager. */
  id: z.string(),
  name: z.string(),
  sku: z.object({ name: Words }).nullish(),
  allowBlobPublicAccess: Flag,
  allowSharedKeyAccess: Flag,
});
/** @public */
export type AzureStorageAccount = z.infer<typeof AzureStorageAccount>;
/** @public */
export const AzureStorageAccounts = looseArray(AzureStorageAccount);

/** Settings of the blob service of an account. @public */
export const AzureBlobService = z.object({
  deleteRetentionPolicy: Retention,
  containerDeleteRetentionPolicy: Retention,
  isVersioningEnabled: Flag,
  staticWebsite: z.object({ enabled: Flag }).nullish(),
  cors: z
    .object({
      corsRules: looseArray(
        z.object({ allowedOrigins: z.array(z.string()) }),
      ).nullish(),
    })
    .nullish(),
});
/** @public */
export type AzureBlobService = z.infer<typeof AzureBlobService>;

/** Containers of an account. @public */
export const AzureContainers = looseArray(
  z.object({
    name: z.string(),
    publicAccess: Words,
    lastModifiedTime: z
      .date()
      .transform(date => date.toISOString())
      .nullish()
      .catch(undefined),
  }),
);
/** @public */
export type AzureContainers = z.infer<typeof AzureContainers>;

/** Lifecycle rules of an account. @public */
export const AzureLifecyclePolicy = z.object({
  policy: z
    .object({
      rules: looseArray(
        z.object({
          name: z.string(),
          enabled: Flag,
          definition: z.object({
            actions: z.object({
              baseBlob: z
                .object({
                  delete: Age,
                  tierToCool: Age,
                  tierToCold: Age,
                  tierToArchive: Age,
                })
                .nullish(),
            }),
          }),
        }),
      ),
    })
    .nullish(),
});
/** @public */
export type AzureLifecyclePolicy = z.infer<typeof AzureLifecyclePolicy>;
/** @public */
export type AzureLifecycleRules = NonNullable<
  AzureLifecyclePolicy['policy']
>['rules'];
