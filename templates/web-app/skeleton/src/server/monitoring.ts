import * as Sentry from '@sentry/node';
import { readSettings } from './settings';

const PROBES = new Set<unknown>(['/healthz', '/livez']);

/** Branche Sentry quand SENTRY_DSN est là ; sinon, rien n'est envoyé nulle part. */
export function startMonitoring(): void {
  const { sentry } = readSettings();
  if (!sentry) return;
  Sentry.init({
    ...sentry,
    // Rien de ce que les personnes envoient : ni adresse IP, ni témoin, ni formulaire, ni paramètre d'adresse.
    dataCollection: {
      userInfo: false,
      cookies: false,
      httpBodies: [],
      urlQueryParams: false,
      httpHeaders: { request: { allow: ['user-agent', 'accept', 'referer'] }, response: false },
    },
    // Les sondes du cluster passent toutes les dix secondes : elles noieraient les vraies requêtes.
    tracesSampler: ({ attributes }) => (PROBES.has(attributes['url.path']) ? 0 : 0.1),
    // Le Sentry de la Fabrique est hébergé par elle : il attend des transactions entières, pas un flux de mesures.
    traceLifecycle: 'static',
  });
}

export function reportError(error: unknown, context: Record<string, unknown>): void {
  Sentry.captureException(error, { extra: context });
}
