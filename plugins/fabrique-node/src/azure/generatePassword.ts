import { randomInt } from 'crypto';

const characters =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** So many of 62 characters hold 256 random bits. */
const length = 43;
/** Azure wants three kinds of characters in the password of a server. */
const kinds = [/[A-Z]/, /[a-z]/, /[0-9]/];

/**
 * A password of 43 letters and digits, all three kinds among them: 256 random bits, which need no escaping
 * in a URL, a shell or SQL.
 *
 * @public
 */
export function generatePassword(): string {
  for (;;) {
    const password = Array.from(
      { length },
      () => characters[randomInt(characters.length)],
    ).join('');
    if (kinds.every(kind => kind.test(password))) return password;
  }
}
