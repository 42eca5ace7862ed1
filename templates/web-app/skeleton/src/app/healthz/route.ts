import { connectDatabase } from '@/server/database';
import { checkHealth } from '@/server/checkHealth';
import { log, toErrorFields } from '@/server/log';
import { readSettings } from '@/server/settings';

export const dynamic = 'force-dynamic';

const TIMEOUT_MS = 2_000;

export async function GET(): Promise<Response> {
  const { database } = readSettings();
  const health = await checkHealth(
    [{ name: 'database', run: database ? async () => (await connectDatabase()).query('SELECT 1') : undefined }],
    TIMEOUT_MS,
    (name, error) => log('warn', 'vérification en échec', { check: name, ...toErrorFields(error) }),
  );
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}
