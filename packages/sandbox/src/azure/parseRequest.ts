import { z } from 'zod/v4';
import { ArmError } from './ArmError';

/** Asks whether a name is free. */
export const nameRequest = z.object({ name: z.string() });

/** Reads a request's body; throws Azure's 400 for one that it would not take. */
export function parseRequest<T>(schema: z.ZodType<T>, body: unknown): T {
  const { success, data, error } = schema.safeParse(body ?? {});
  if (!success)
    throw new ArmError(
      400,
      'InvalidRequestContent',
      `The request content was invalid and could not be deserialized: '${z.prettifyError(
        error,
      )}'.`,
    );
  return data;
}
