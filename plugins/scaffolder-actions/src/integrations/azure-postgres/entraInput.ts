import type { z as zod } from 'zod/v3';

/** Input of the actions that name an administrator. */
export const entraInput = (z: typeof zod) =>
  z
    .object({
      objectId: z
        .string()
        .uuid()
        .describe('Object id of the principal in Entra, a UUID.'),
      name: z
        .string()
        .min(1)
        .describe('Its name, which is also the one to connect with.'),
      type: z
        .enum(['Group', 'ServicePrincipal', 'User'])
        .describe('What it is: a group, an application or a person.'),
    })
    .optional()
    .describe(
      "A group, an application or a person of Entra that administers the application's own server and signs in without a password. Not on a server that others share: it could read their databases.",
    );
