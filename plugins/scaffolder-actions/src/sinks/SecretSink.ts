import {
  AppNames,
  Environment,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { AnyEnsuredResource, EnsureCall, References } from '../ensure';
import type { z as zod } from 'zod/v3';

/**
 * Places in which an action may put a secret that it made.
 *
 * @public
 */
export const secretSinkIds = [
  'sealed-secret',
  'github-secret',
  'gitlab-variable',
  'kubernetes-secret',
  'azure-key-vault',
] as const;

/** See {@link secretSinkIds}. @public */
export type SecretSinkId = (typeof secretSinkIds)[number];

/**
 * Where a secret went, never the secret itself.
 *
 * @public
 */
export type SecretReference = {
  sink: SecretSinkId;
  /** As the sink calls it: a manifest, an environment, a vault. */
  name: string;
  keys: string[];
};

/**
 * A secret of one environment that has to be somewhere.
 *
 * @public
 */
export interface SecretWish {
  names: AppNames;
  environment: Environment;
  /** Name of the secret for those sinks that name a set of keys: `azure-pg-user`. */
  secretName: string;
  keys: string[];
  /** Folder of the task, for sinks that write a file. */
  workspacePath: string;
  /** Makes the values although the sink has the keys: a rotation. */
  replaces?: boolean;
  /**
   * Makes all values; it may change the upstream, and runs only if the sink lacks one of the keys, or
   * replaces them.
   *
   * @param held - for `replaces`, the values that the sink has, if it gives them back
   */
  makeValues(
    call: EnsureCall,
    held?: Record<string, string | undefined>,
  ): Promise<Record<string, string>>;
}

/**
 * Keeps secrets. What it holds already it keeps, since most sinks give no value back; the reference that
 * its resource has in checkpoints holds no value in clear.
 *
 * @public
 */
export interface SecretSink {
  /** A resource whose reference holds at least `{ reference: SecretReference }`. */
  createResource(wish: SecretWish): AnyEnsuredResource;
}

/** Those that the portal is connected to. @public */
export type SecretSinks = Partial<Record<SecretSinkId, SecretSink>>;

/** The systems without which a sink is missing, and their configuration. */
const requirements: Record<SecretSinkId, string> = {
  'sealed-secret': 'GitHub (fabrique.github)',
  'github-secret': 'GitHub (fabrique.github)',
  'gitlab-variable': 'GitLab (fabrique.gitlab)',
  'kubernetes-secret': 'Kubernetes (fabrique.kubernetes)',
  'azure-key-vault': 'Azure (fabrique.azure)',
};

/**
 * Finds a sink.
 *
 * @throws Error naming what is missing in the configuration.
 */
export function requireSink(
  sinks: SecretSinks,
  actionId: string,
  id: SecretSinkId = 'sealed-secret',
): SecretSink {
  const sink = sinks[id];
  if (!sink) {
    throw new Error(
      `${actionId} cannot keep its secret in ${id}: this portal is not connected to ${requirements[id]}.`,
    );
  }
  return sink;
}

/** Where the secret of a resource went. */
export function toSecretReference(
  references: References,
  { key }: AnyEnsuredResource,
): SecretReference {
  return (references(key) as { reference: SecretReference }).reference;
}

/** Input of actions that make secrets. */
export const sinkInput = (z: typeof zod) =>
  z
    .enum(secretSinkIds)
    .optional()
    .describe(
      "Where the secret goes: `sealed-secret` (by default, a manifest in the workspace that only the cluster opens), `github-secret` (of the repository's GitHub environment), `gitlab-variable`, `kubernetes-secret`, `azure-key-vault`.",
    );

/** Output of actions that make secrets. */
export const secretOutput = (z: typeof zod) =>
  z
    .object({
      sink: z.string().describe('Kind of place, as in the input `sink`.'),
      name: z
        .string()
        .describe(
          'As the place calls it: a manifest, an environment, a vault.',
        ),
      keys: z.array(z.string()).describe('Names of its values.'),
    })
    .describe('Where the secret went; never the secret itself.');
