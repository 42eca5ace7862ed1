import { createHash } from 'crypto';

/** A number from 0 (included) to 1 (excluded) that is the same for the same words, at every start. */
export function toFraction(...words: (string | number)[]): number {
  // FNV-1a, then an avalanche: neighbours (17 h, 18 h) must not look alike.
  let hash = 0x811c9dc5;
  for (const character of words.join('\u0000')) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A whole number between two bounds, both included. */
export function toWhole(
  minimum: number,
  maximum: number,
  ...words: (string | number)[]
): number {
  return minimum + Math.floor(toFraction(...words) * (maximum - minimum + 1));
}

/** One of a list. */
export function pick<T>(list: readonly T[], ...words: (string | number)[]): T {
  return list[Math.floor(toFraction(...words) * list.length)];
}

/** A UUID that is the same for the same words. */
export function toUuid(...words: (string | number)[]): string {
  const hex = createHash('sha256').update(words.join('\u0000')).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Letters as Kubernetes ends the names of its pods with: no vowel, so no word comes out. */
export function toSafeSuffix(
  length: number,
  ...words: (string | number)[]
): string {
  const alphabet = 'bcdfghjklmnpqrstvwxz2456789';
  return Array.from({ length }, (_, index) =>
    pick([...alphabet], ...words, index),
  ).join('');
}
