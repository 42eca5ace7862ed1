import { NextResponse, type NextRequest } from 'next/server';
import { toContentSecurityPolicy } from './server/contentSecurityPolicy';
import { readSettings } from './server/settings';

/** Donne à chaque page son nonce et sa politique de contenu. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = toContentSecurityPolicy({
    nonce,
    matomoUrl: readSettings().matomo?.url,
    development: process.env.NODE_ENV === 'development',
  });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Next.js lit le nonce dans cet en-tête de la requête, pour le poser sur ses propres scripts.
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

export const config = { matcher: ['/((?!_next/static|healthz|livez).*)'] };
