import { MonitorClient } from '@azure/arm-monitor';
import { PostgreSQLManagementFlexibleServerClient } from '@azure/arm-postgresql-flexible';
import { Client } from 'pg';
import { identity, toResourceId } from '../../azure/identity';
import { connectToArm } from '../../azure/__testUtils__/connectToArm';
import { TestSandbox, startTestSandbox } from '../../testing/startTestSandbox';

jest.setTimeout(60_000);

const group = identity.resourceGroup;

describe('the Postgres servers of the sandbox', () => {
  let sandbox: TestSandbox;

  beforeAll(async () => {
    sandbox = await startTestSandbox(['postgres', 'azure']);
  });
  afterAll(() => sandbox.remove());

  const postgres = () =>
    connectToArm(sandbox, PostgreSQLManagementFlexibleServerClient);
  const readMetrics = async (
    server: string,
    options: Parameters<MonitorClient['metrics']['list']>[1],
  ) => {
    const { value } = await connectToArm<MonitorClient>(
      sandbox,
      MonitorClient,
    ).metrics.list(
      toResourceId(`Microsoft.DBforPostgreSQL/flexibleServers/${server}`).slice(
        1,
      ),
      { aggregation: 'Maximum', interval: 'PT1H', ...options },
    );
    return Object.fromEntries(
      value.map(({ name, timeseries }) => [
        name.value,
        timeseries.map(({ metadatavalues, data = [] }) => ({
          name: metadatavalues?.[0]?.value,
          count: data.length,
          last: data.at(-1)?.maximum,
        })),
      ]),
    );
  };
  const listDatabases = async (server: string) => {
    const names: string[] = [];
    for await (const { name } of postgres().databases.listByServer(
      group,
      server,
    ))
      names.push(name!);
    return names;
  };
  const connect = async (database: string) => {
    const client = new Client({
      host: '127.0.0.1',
      port: Number(`${sandbox.portPrefix}10`),
      user: 'fabriqueadmin',
      password: 'sandbox-postgres-admin',
      database,
    });
    await client.connect();
    return client;
  };

  it('has the servers and databases of the fleet, without making them', async () => {
    const { servers, configurations } = postgres();
    const prod = await servers.get(group, 'fabriqueprodserver');
    expect(prod.highAvailability).toMatchObject({ mode: 'ZoneRedundant' });
    const age = Date.now() - prod.backup!.earliestRestoreDate!.getTime();
    expect(Math.round(age / 86_400_000)).toBe(35);
    expect(await servers.get(group, 'medleprodserver')).toMatchObject({
      version: '13',
      state: 'Ready',
    });
    expect(await servers.get(group, 'tumeplayprodserver')).toMatchObject({
      state: 'Stopped',
    });
    expect(await listDatabases('domifadevserver')).toEqual([
      'postgres',
      'autodevops_main',
      'preprod',
    ]);
    expect(await listDatabases('fabriquedevserver')).toEqual(
      expect.arrayContaining(['sirena_dev', 'sirena_preprod']),
    );
    const limitOf = async (server: string) =>
      (await configurations.get(group, server, 'max_connections')).value;
    expect(await limitOf('workinfranceprodserver')).toBe('50');
    expect(await limitOf('fabriqueprodserver')).toBe('200');
    const admin = await connect('postgres');
    const { rows } = await admin.query('SHOW max_connections');
    expect(rows).toEqual([{ max_connections: '200' }]);
    await admin.end();
  });

  it('measures what is really there: a database that was made with SQL, and who is connected', async () => {
    const server = 'fabriquedevserver';
    const metricnames = 'active_connections,storage_used,storage_percent';
    const before = await readMetrics(server, { metricnames });
    const admin = await connect('postgres');
    await admin.query('CREATE DATABASE "mon-app_dev"');
    const client = await connect('mon-app_dev');
    await client.query(
      'CREATE TABLE visit AS SELECT generate_series(1, 50000)',
    );
    const { rows } = await client.query(
      'SELECT pg_database_size(current_database())::int AS size',
    );

    expect(await listDatabases(server)).toContain('mon-app_dev');
    expect(await listDatabases('fabriqueprodserver')).not.toContain(
      'mon-app_dev',
    );
    expect(
      (await postgres().databases.get(group, server, 'mon-app_dev')).name,
    ).toBe('mon-app_dev');
    const after = await readMetrics(server, { metricnames });
    const change = (name: string) =>
      after[name][0].last! - before[name][0].last!;
    expect(change('active_connections')).toBe(1);
    expect(change('storage_used')).toBe(rows[0].size);
    const sizes = await readMetrics(server, {
      metricnames: 'database_size_bytes',
      filter: "DatabaseName eq '*'",
      top: 1000,
    });
    expect(sizes.database_size_bytes).toEqual(
      expect.arrayContaining([
        { name: 'mon-app_dev', count: expect.any(Number), last: rows[0].size },
        expect.objectContaining({ name: 'sirena_dev' }),
      ]),
    );

    await client.end();
    await admin.query('DROP DATABASE "mon-app_dev"');
    await admin.end();
    expect(await listDatabases(server)).not.toContain('mon-app_dev');
  });

  it('has a server that is full, one with hardly a connection left, and one that is stopped', async () => {
    const metricnames = 'storage_percent,active_connections';
    // A working day, so that the hours are busy ones.
    const timespan = '2026-11-17T09:00:00Z/2026-11-18T09:00:00Z';
    const full = await readMetrics('recosanteprodserver', {
      metricnames,
      timespan,
    });
    expect(full.storage_percent[0]).toMatchObject({ count: 24 });
    expect(full.storage_percent[0].last).toBeGreaterThan(95);
    const busy = await readMetrics('workinfranceprodserver', {
      metricnames,
      timespan,
    });
    expect(busy.active_connections[0].last).toBeGreaterThanOrEqual(40);
    expect(busy.active_connections[0].last).toBeLessThanOrEqual(50);
    expect(await readMetrics('tumeplayprodserver', { metricnames })).toEqual({
      storage_percent: [],
      active_connections: [],
    });
  });

  it('refuses metrics that there are not, and intervals that are too fine', async () => {
    for (const options of [
      { metricnames: 'cpu_of_the_neighbour' },
      { metricnames: 'database_size_bytes', interval: 'PT1M' },
      { metricnames: 'storage_used', timespan: 'yesterday' },
      { metricnames: 'storage_used', aggregation: 'Median' },
    ]) {
      await expect(
        readMetrics('fabriquedevserver', options),
      ).rejects.toMatchObject({
        statusCode: 400,
        code: 'BadRequest',
      });
    }
  });

  it('has a backup for each day that it promises', async () => {
    const completed: Date[] = [];
    for await (const backup of postgres().backupsAutomaticAndOnDemand.listByServer(
      group,
      'fabriquedevserver',
    ))
      completed.push(backup.completedTime!);
    expect(completed.length).toBeGreaterThanOrEqual(6);
    expect(Date.now() - completed[0].getTime()).toBeLessThan(2 * 86_400_000);
  });

  it('does not bring back at a restart what was deleted', async () => {
    await postgres().servers.beginDeleteAndWait(group, 'egaprodevserver');
    await sandbox.restart();
    await expect(
      postgres().servers.get(group, 'egaprodevserver'),
    ).rejects.toMatchObject({ statusCode: 404 });
    expect(await listDatabases('egaproprodserver')).toEqual([
      'postgres',
      'egapro',
    ]);
  });
});
