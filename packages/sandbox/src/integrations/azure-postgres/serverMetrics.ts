import { Metric, MetricInterval } from '../../azure/metrics';
import { toLoad } from '../../fleet/series';
import { ServerDocument } from './postgresState';
import { RealDatabase } from './readRealDatabases';
import { listSeededDatabases } from './seedServers';

const gibibyte = 1024 ** 3;

/** What a server needs for itself: its log, its system databases. */
const overheadBytes = 2.3 * gibibyte;

const round = (value: number) => Math.round(value * 100) / 100;

/**
 * The metrics of a server. Real databases give what they are now, at every time: the sandbox keeps no
 * history of them; those of the seeded fleet have a day with its rhythm.
 */
export function toServerMetrics(
  server: ServerDocument,
  real: RealDatabase[],
): Metric[] {
  const isRunning = (server.state ?? 'Ready') === 'Ready';
  const realNames = new Set(real.map(({ name }) => name));
  const seeded = listSeededDatabases(server.name).filter(
    ({ name }) => name in server.databases && !realNames.has(name),
  );
  const usedBytes =
    overheadBytes +
    [...seeded, ...real].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const realConnections = real.reduce((sum, one) => sum + one.connections, 0);
  const connectionsAt = (interval: MetricInterval) =>
    realConnections +
    Math.round(
      seeded.reduce(
        (sum, { name, usualConnections }) =>
          sum + usualConnections * toLoad(interval.start, server.name, name),
        0,
      ),
    );
  const alone = (read: (interval: MetricInterval) => number) =>
    isRunning ? [{ read }] : [];
  return [
    {
      name: 'storage_percent',
      title: 'Storage percent',
      unit: 'Percent',
      series: alone(() =>
        round((usedBytes / (server.storageSizeGB * gibibyte)) * 100),
      ),
    },
    {
      name: 'storage_used',
      title: 'Storage used',
      unit: 'Bytes',
      series: alone(() => Math.round(usedBytes)),
    },
    {
      name: 'active_connections',
      title: 'Active Connections',
      unit: 'Count',
      series: alone(connectionsAt),
    },
    {
      name: 'database_size_bytes',
      title: 'Database Size',
      unit: 'Bytes',
      finestMinutes: 30,
      dimension: 'DatabaseName',
      series: isRunning
        ? [...seeded, ...real].map(({ name, sizeBytes }) => ({
            dimension: name,
            read: () => sizeBytes,
          }))
        : [],
    },
  ];
}
