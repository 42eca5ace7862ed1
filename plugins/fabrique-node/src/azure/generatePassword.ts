import { randomBytes } from 'crypto';

/**
 * A password of 256 random bits, in letters and digits: it needs no escaping in a URL, a shell or SQL.
 *
 * @public
 */
export function generatePassword(): string {
  return randomBytes(32)
    .toString('base64')
    .replace(/[^A-Za-z0-9-]/g, '');
}
