import { describe, expect, it } from 'vitest';
import { isDatabaseConfigured, toConnectionConfig } from './connection.mjs';

const limits = {
  connectionTimeoutMillis: 3_000,
  query_timeout: 5_000,
  application_name: 'essai',
};

describe('isDatabaseConfigured', () => {
  it.each([
    [{}, false],
    [{ PGHOST: '' }, false],
    [{ PGHOST: 'base' }, true],
    [{ DATABASE_URL: 'postgresql://base/essai' }, true],
  ])('%o', (env, expected) => {
    expect(isDatabaseConfigured(env)).toBe(expected);
  });
});

describe('toConnectionConfig', () => {
  const env = {
    APP_NAME: 'essai',
    PGHOST: 'base',
    PGUSER: 'preprod',
    PGPASSWORD: 'secret',
    PGDATABASE: 'preprod',
  };
  const server = {
    ...limits,
    host: 'base',
    port: 5432,
    user: 'preprod',
    password: 'secret',
    database: 'preprod',
  };

  it.each([
    [undefined, false],
    ['disable', false],
    ['no-verify', { rejectUnauthorized: false }],
    ['require', true],
    ['verify-full', true],
  ])('PGSSLMODE=%s', (PGSSLMODE, ssl) => {
    expect(toConnectionConfig({ ...env, PGSSLMODE })).toEqual({ ...server, ssl });
  });

  it('prend DATABASE_URL quand il n’y a pas de PGHOST', () => {
    expect(toConnectionConfig({ APP_NAME: 'essai', DATABASE_URL: 'postgresql://base/essai' })).toEqual({
      ...limits,
      connectionString: 'postgresql://base/essai',
    });
  });
});
