import { JsonObject } from '@backstage/types';
import { defineEnsureAction, EnsureKernel, EnsuredResource } from '../ensure';

/** An upstream that keeps no sign of an owner: the names of what it has. */
export type Upstream = Set<string>;

/** Something that an action makes. */
export type Thing = EnsuredResource<{ exists: boolean }, JsonObject>;

/** Makes a thing; `overrides` say what is otherwise with it. */
export function createThing(
  upstream: Upstream,
  name: string,
  overrides: Partial<Thing> = {},
): Thing {
  return {
    key: `kernel/${name}`,
    title: `thing ${name}`,
    ledger: { type: 'thing', environment: 'prod' },
    read: async () => ({ exists: upstream.has(name) }),
    plan: ({ exists }) =>
      exists ? { verb: 'nothing', untagged: true } : { verb: 'create' },
    async apply() {
      upstream.add(name);
      return { name };
    },
    refer: () => ({ name }),
    locate: () => `https://upstream.example/${name}`,
    ...overrides,
  };
}

/** Makes an action that wants these things. */
export const createAction = (
  kernel: EnsureKernel,
  resources: Thing[],
  application = 'SocialGouv/domifa',
) =>
  defineEnsureAction({
    id: 'fabrique:test:thing:ensure',
    kernel,
    description: 'Makes things.',
    examples: [],
    schema: { input: {}, output: {} },
    prepare: () => ({ application, resources, toOutputs: () => ({}) }),
  });
