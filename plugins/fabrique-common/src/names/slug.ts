import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

// The published slug programs write a few signs as words; other signs outside of ASCII are dropped.
const words: Record<string, string> = {
  '&': 'and',
  $: 'dollar',
  '%': 'percent',
  '<': 'less',
  '>': 'greater',
  '|': 'or',
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
};

/** Lower case, hyphens for separators and spaces, none at the start or the end. */
function simplify(name: string, separators: RegExp): string {
  return name
    .normalize()
    .replace(/[&$%<>|œŒæÆß]/g, sign => words[sign])
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/-/g, ' ')
    .replace(/[^\w\s*+~.()'"!:@/]/g, '')
    .trim()
    .replace(/\s+/g, '-')
    .replace(separators, '-')
    .toLowerCase();
}

function toHash36(name: string): string {
  // The published programs go through a floating-point number, and so the last digits are zeros.
  return parseInt(bytesToHex(sha256(utf8ToBytes(name))), 16).toString(36);
}

/**
 * The slug of generation 1 for databases and review applications, as `@socialgouv/env-slug` 1.2.3
 * makes it: at most 53 characters; a name that had to be changed ends with six characters of its hash.
 *
 * @public
 */
export function toGen1Slug(name: string): string {
  const simple = simplify(name, /[!./@_~]/g);
  const slug = (/^[a-z]/.test(simple) ? simple : `env-${simple}`).replace(
    /-+/g,
    '-',
  );
  if (slug === name && slug.length <= 53) return slug;
  return `${slug.slice(0, 45)}-${toHash36(name).slice(0, 6)}`.replace(
    /-+/g,
    '-',
  );
}

/**
 * The slug of generation 2, as kontinuous makes it: at most 62 characters; a name that had to be
 * changed, or is longer than 63, is cut to 53 and ends with eight characters of its hash.
 *
 * @public
 */
export function toGen2Slug(name: string): string {
  const simple = simplify(name, /[!./@_~:]/g);
  const slug = (/^[a-z]/.test(simple) ? simple : `env-${simple}`).replace(
    /-+$/,
    '',
  );
  if (slug === name && slug.length <= 63) return slug;
  return `${slug.slice(0, 53).replace(/-+$/, '')}-${toHash36(name).slice(
    0,
    8,
  )}`;
}

/**
 * `CI_ENVIRONMENT_SLUG` of GitLab, from which hosts of generation 1 are made: at most 24 characters;
 * a name that had to be changed ends with six characters of its hash.
 *
 * @public
 */
export function toGitlabEnvironmentSlug(name: string): string {
  const simple = name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '-')
    .replace(/-+/g, '-');
  const slug = /^[a-z]/.test(simple) ? simple : `env-${simple}`;
  if (slug === name && slug.length <= 24 && !slug.endsWith('-')) return slug;
  const digest = BigInt(`0x${bytesToHex(sha256(utf8ToBytes(name)))}`);
  return `${slug.slice(0, 17).replace(/-+$/, '')}-${digest
    .toString(36)
    .slice(-6)}`;
}
