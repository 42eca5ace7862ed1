import { createHash } from 'crypto';

/** Stage of an environment: names end with `-dev` for review branches, and for preproduction. */
export type Stage = 'dev' | 'preprod' | 'prod';

/** `main-dev` is `dev`, `preprod-dev` is `preprod`. */
export function toStage(environmentName: string): Stage {
  if (environmentName === 'prod') return 'prod';
  return environmentName === 'preprod-dev' ? 'preprod' : 'dev';
}

/**
 * `CI_ENVIRONMENT_SLUG`: 24 characters at most, starts with a letter; a name that had to be
 * changed ends with six characters of its hash, so that two names never share a slug.
 */
export function toEnvironmentSlug(name: string): string {
  const cleaned = name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '-')
    .replace(/-+/g, '-');
  const lettered = /^[a-z]/.test(cleaned) ? cleaned : `env-${cleaned}`;
  if (lettered === name && name.length <= 24 && !name.endsWith('-'))
    return name;
  const digest = createHash('sha256').update(name).digest('hex');
  const suffix = BigInt(`0x${digest}`).toString(36).slice(-6);
  return `${lettered.slice(0, 17).replace(/-+$/, '')}-${suffix}`;
}

/** Namespace that a deploy job uses: `domifa-104-main-dev`, in production `domifa`. */
export function toNamespace(
  projectName: string,
  projectId: number,
  environmentName: string,
): string {
  return environmentName === 'prod'
    ? projectName
    : `${projectName}-${projectId}-${toEnvironmentSlug(environmentName)}`;
}
