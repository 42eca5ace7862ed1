import { describe, expect, it } from 'vitest';
import { readSettings } from './settings';

describe('readSettings', () => {
  it('ne demande rien pour démarrer en local', () => {
    expect(readSettings({})).toEqual({
      stage: 'local',
      writable: true,
      database: false,
      storage: undefined,
      matomo: undefined,
      sentry: undefined,
    });
  });

  it('lit tout ce que donne le cluster de production', () => {
    expect(
      readSettings({
        APP_ENV: 'prod',
        PGHOST: 'base',
        azurestorageaccountname: 'essaiprod',
        azurestorageaccountkey: 'cle',
        NEXT_PUBLIC_MATOMO_URL: 'https://matomo.example/',
        NEXT_PUBLIC_MATOMO_SITE_ID: '63',
        SENTRY_DSN: 'https://cle@sentry.example/1',
        SENTRY_RELEASE: 'abc',
      }),
    ).toEqual({
      stage: 'prod',
      writable: false,
      database: true,
      storage: {
        account: 'essaiprod',
        key: 'cle',
        endpoint: 'https://essaiprod.blob.core.windows.net',
        container: 'app',
      },
      matomo: { url: 'https://matomo.example', siteId: '63' },
      sentry: { dsn: 'https://cle@sentry.example/1', environment: 'prod', release: 'abc' },
    });
  });

  it('refuse un environnement inconnu', () => {
    expect(() => readSettings({ APP_ENV: 'production' })).toThrow(
      "APP_ENV vaut 'production' : attendu local, dev, preprod ou prod",
    );
  });
});
