import { pick, toWhole } from '../../fleet/stableNoise';
import { KubernetesObject } from './objects';

const requests = [
  'GET /',
  'GET /healthz',
  'GET /api/health',
  'GET /mentions-legales',
  'GET /accessibilite',
  'POST /api/session',
] as const;

/** Lines that a pod wrote to its output: JSON, one object a line, as the Fabrique's standard wants. */
export function toPodLog(
  pod: KubernetesObject,
  query: Record<string, unknown>,
  now: Date,
): string {
  const { name, creationTimestamp } = pod.metadata;
  const startedAt = Date.parse(creationTimestamp ?? '');
  const status = pod.status as {
    containerStatuses: { state: { waiting?: { reason: string } } }[];
  };
  const reason = status.containerStatuses[0]?.state.waiting?.reason;
  if (reason === 'ContainerCreating') return '';
  const line = (time: number, level: string, message: string) =>
    JSON.stringify({ time: new Date(time).toISOString(), level, message });
  if (reason === 'CrashLoopBackOff') {
    return [
      line(startedAt, 'info', 'Starting'),
      line(
        startedAt + 900,
        'error',
        'Error: Missing required environment variable SESSION_SECRET',
      ),
      '',
    ].join('\n');
  }
  const count = Math.min(Number(query.tailLines) || 60, 1000);
  const step = 15_000;
  const last = Math.floor(now.getTime() / step);
  const lines: string[] = [];
  for (let tick = last - count + 1; tick <= last; tick++) {
    if (tick * step < startedAt) continue;
    const request = pick(requests, name, tick);
    lines.push(
      line(
        tick * step,
        'info',
        `${request} 200 ${toWhole(2, 180, name, tick, 'ms')} ms`,
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}
