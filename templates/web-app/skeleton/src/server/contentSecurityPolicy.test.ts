import { expect, it } from 'vitest';
import { toContentSecurityPolicy } from './contentSecurityPolicy';

it('n’ouvre à Matomo que son origine, et jamais eval en production', () => {
  expect(toContentSecurityPolicy({ nonce: 'abc', matomoUrl: 'https://matomo.example/sous-dossier' }).split('; ')).toEqual([
    "default-src 'self'",
    "script-src 'self' 'nonce-abc' 'strict-dynamic' https://matomo.example",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https://matomo.example",
    "font-src 'self'",
    "connect-src 'self' https://matomo.example",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]);
});
