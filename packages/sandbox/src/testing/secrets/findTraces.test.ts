import { findTraces } from './findTraces';
import { toKnownSecrets } from './KnownSecret';

const value = 'Pa/ss+w0rd=“&“\\"x"?????';
const secret = { kind: 'database password', where: 'vault, x', value };

describe('findTraces', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  it.each([
    ['plain', `PGPASSWORD=${value}`],
    ['JSON', JSON.stringify({ value })],
    ['JSON', JSON.stringify(JSON.stringify({ value }))],
    ['JSON', JSON.stringify({ value }).replace(/&/g, '\\u0026')],
    ['URL', `postgres://app:${encodeURIComponent(value)}@host/app`],
    ['URL', encodeURIComponent(`x=${base64(`app:${value}`)}`)],
    ['base64', base64(value)],
    ['base64', base64(`:${value}?`)],
    ['base64', base64(`a:${value}??`)],
    ['base64', base64(`app:${value}?`)],
    ['base64', Buffer.from(`user:${value}`).toString('base64url')],
    ['hex', `\\x${Buffer.from(`{"a":"${value}`).toString('hex')}`],
  ])('finds what is written as %s: %s', (form, text) => {
    const places = { log: 'nothing here', database: text };
    expect(findTraces([secret], places)).toEqual([
      {
        place: 'database',
        kind: 'database password',
        where: 'vault, x',
        form,
      },
    ]);
  });

  it('finds nothing where nothing is, and looks for nothing that is there by chance', () => {
    expect(findTraces([secret], { log: 'Pa/ss+w0rd', browser: '' })).toEqual(
      [],
    );
    expect(() => findTraces([{ ...secret, value: 'app' }], {})).toThrow(
      'The database password of vault, x is too short to be looked for',
    );
  });
});

describe('toKnownSecrets', () => {
  it('knows what each key holds, and takes what it does not know for a secret', () => {
    expect(
      toKnownSecrets('here', {
        PGHOST: 'server',
        PGPASSWORD: 'a',
        DATABASE_URL: 'postgres://app:a@server/app',
        SENTRY_DSN: 'https://0123abcd@sentry.example/5',
        azurestoragesastoken: 'sv=2025&sig=ab%2Bcd%3D&se=2026',
        SESSION_KEY: 'b',
      }),
    ).toEqual([
      { kind: 'database password', where: 'here, PGPASSWORD', value: 'a' },
      { kind: 'Sentry key', where: 'here, SENTRY_DSN', value: '0123abcd' },
      {
        kind: 'storage signature',
        where: 'here, azurestoragesastoken',
        value: 'ab+cd=',
      },
      { kind: 'random value', where: 'here, SESSION_KEY', value: 'b' },
    ]);
  });
});
