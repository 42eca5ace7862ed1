import type { NextConfig } from 'next';

// Les en-têtes qui ne dépendent pas de la requête ; la politique de contenu (CSP) est dans src/proxy.ts.
const securityHeaders = [
  { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

const config: NextConfig = {
  output: 'standalone',
  // Sans cela, Next.js prend le dossier parent pour racine quand il contient un autre fichier de verrouillage.
  outputFileTracingRoot: process.cwd(),
  outputFileTracingIncludes: { '/**': ['./database/**/*.{mjs,sql}'] },
  // Pas d'image à redimensionner : `sharp` pèserait la moitié de l'image Docker.
  images: { unoptimized: true },
  outputFileTracingExcludes: { '*': ['./node_modules/sharp/**', './node_modules/@img/**'] },
  turbopack: { root: process.cwd() },
  serverExternalPackages: ['@azure/storage-blob', '@sentry/node', 'pg'],
  poweredByHeader: false,
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
};

export default config;
