import type { Instrumentation } from 'next';

/** Appelé une fois par Next.js, avant la première requête. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startMonitoring } = await import('./server/monitoring');
  startMonitoring();
  const { readSettings } = await import('./server/settings');
  if (!readSettings().database) return;
  const { connectDatabase } = await import('./server/database');
  const { log, toErrorFields } = await import('./server/log');
  // Une base absente au démarrage n'arrête pas l'application : /healthz le dit, et la connexion est retentée.
  await connectDatabase().catch(error => log('error', 'base injoignable au démarrage', toErrorFields(error)));
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log, toErrorFields } = await import('./server/log');
  const { reportError } = await import('./server/monitoring');
  const fields = { method: request.method, route: context.routePath, type: context.routeType };
  log('error', 'requête en erreur', { ...fields, ...toErrorFields(error) });
  reportError(error, fields);
};
