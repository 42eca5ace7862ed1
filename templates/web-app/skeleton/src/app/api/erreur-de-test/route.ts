import { readSettings } from '@/server/settings';

export const dynamic = 'force-dynamic';

/** Lève une erreur, pour vérifier qu'elle arrive dans Sentry. N'existe pas en production. */
export function GET(): Response {
  if (readSettings().stage === 'prod') return new Response('Page introuvable', { status: 404 });
  throw new Error('Erreur de test demandée par /api/erreur-de-test');
}
