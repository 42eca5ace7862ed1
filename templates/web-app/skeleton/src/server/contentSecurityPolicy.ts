interface PolicyOptions {
  nonce: string;
  matomoUrl?: string;
  /** Le rechargement à chaud de `npm run dev` évalue du code. */
  development?: boolean;
}

/** La politique de sécurité du contenu : seuls s'exécutent les scripts que le serveur a signés d'un nonce. */
export function toContentSecurityPolicy({ nonce, matomoUrl, development }: PolicyOptions): string {
  const matomo = matomoUrl ? [new URL(matomoUrl).origin] : [];
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...matomo,
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    // Le DSFR et Next.js posent des attributs style ; aucun style ne vient d'un autre hôte.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', ...matomo],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...matomo],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
