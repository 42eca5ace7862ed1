import { BlobServiceClient } from '@azure/storage-blob';
import { z } from 'zod/v4';

const retention = z.looseObject({
  enabled: z.boolean().optional(),
  days: z.int().min(1).max(365).optional(),
});

/** Settings of a blob service; those that Azurite lacks are kept and shown. */
export const blobServiceRequest = z.object({
  properties: z
    .looseObject({
      cors: z
        .object({
          corsRules: z
            .array(
              z.object({
                allowedOrigins: z.array(z.string()),
                allowedMethods: z.array(z.string()),
                maxAgeInSeconds: z.int(),
                exposedHeaders: z.array(z.string()),
                allowedHeaders: z.array(z.string()),
              }),
            )
            .max(5)
            .optional(),
        })
        .optional(),
      deleteRetentionPolicy: retention.optional(),
      containerDeleteRetentionPolicy: retention.optional(),
    })
    .optional(),
});

type BlobServiceSettings = NonNullable<
  z.infer<typeof blobServiceRequest>['properties']
>;

/** Puts CORS and soft delete into force in the real blob service. */
export async function applyBlobService(
  client: BlobServiceClient,
  { cors, deleteRetentionPolicy }: BlobServiceSettings,
): Promise<void> {
  await client.setProperties({
    cors: cors?.corsRules?.map(rule => ({
      allowedOrigins: rule.allowedOrigins.join(','),
      allowedMethods: rule.allowedMethods.join(','),
      allowedHeaders: rule.allowedHeaders.join(','),
      exposedHeaders: rule.exposedHeaders.join(','),
      maxAgeInSeconds: rule.maxAgeInSeconds,
    })),
    deleteRetentionPolicy: deleteRetentionPolicy && {
      enabled: deleteRetentionPolicy.enabled ?? false,
      days: deleteRetentionPolicy.days,
    },
  });
}
