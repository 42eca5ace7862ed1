import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const appNameFieldSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      ownerField: z
        .string()
        .optional()
        .describe(
          'Field of the form that holds the owner: the name may be taken by the same owner. By default `owner`.',
        ),
    }),
});

export type AppNameFieldProps = typeof appNameFieldSchema.TProps;

/** Reads the owner that was chosen elsewhere in the form. */
export function readOwner(
  formData: unknown,
  options: { ownerField?: string } | undefined,
): string | undefined {
  const field = options?.ownerField ?? 'owner';
  const owner = (formData as Record<string, unknown> | undefined)?.[field];
  return typeof owner === 'string' && owner ? owner : undefined;
}
