import { InputError } from '@backstage/errors';
import { generatePassword } from '@socialgouv/backstage-plugin-fabrique-node';
import type { z as zod } from 'zod/v3';

/** Inputs of actions that keep secrets which no other action makes. */
export const secretInputs = {
  generate: (z: typeof zod) =>
    z
      .array(z.string().regex(/^[\w.-]+$/))
      .optional()
      .describe('Keys that get a random value of their own.'),
  values: (z: typeof zod) =>
    z
      .record(z.string())
      .optional()
      .describe(
        'Values by key. Only of the form `${{ secrets.field }}`: other inputs are stored with the task.',
      ),
};

/**
 * The keys of what is to be kept, and how its values are made: random ones anew for each sink.
 *
 * @throws InputError if there are none, or one is no key.
 */
export function toSecret(
  actionId: string,
  input: { generate?: string[]; values?: Record<string, string> },
): { keys: string[]; makeValues(): Promise<Record<string, string>> } {
  const { generate = [], values = {} } = input;
  const keys = [...new Set([...generate, ...Object.keys(values)])];
  const wrong = keys.find(key => !/^[\w.-]+$/.test(key));
  if (keys.length === 0) {
    throw new InputError(
      `${actionId} has no secret to keep: name the keys in 'generate' or 'values'.`,
    );
  }
  if (wrong !== undefined) {
    throw new InputError(
      `'${wrong}' cannot be the key of a secret: letters, digits, '-', '_' and '.' can.`,
    );
  }
  return {
    keys,
    makeValues: async () => ({
      ...Object.fromEntries(generate.map(key => [key, generatePassword()])),
      ...values,
    }),
  };
}
