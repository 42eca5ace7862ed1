import {
  AzurePostgresView,
  defaultAzurePostgresThresholds,
  toAzurePostgresVerdict,
} from './azure-postgres';

const well: AzurePostgresView = {
  server: 'domifaprodserver',
  database: { name: 'domifa' },
  state: 'Ready',
  version: '16',
  storage: { usedPercent: 79.9, growsByItself: false },
  connections: { active: 79, limit: 100 },
  connectionsByHour: [],
  isPublic: true,
  firewallRules: [
    {
      name: 'everybody',
      startIpAddress: '0.0.0.0',
      endIpAddress: '255.255.255.255',
      opensTo: 'internet',
    },
  ],
  highAvailability: { mode: 'none', isHealthy: true },
  backup: { retentionDays: 7, isGeoRedundant: false },
  areMetricsReadable: true,
};

const judge = (
  view: Partial<AzurePostgresView>,
  now = '2026-11-23T10:00:00Z',
  thresholds = {},
) =>
  toAzurePostgresVerdict(
    { ...well, ...view },
    { ...defaultAzurePostgresThresholds, ...thresholds },
    new Date(now),
  );
const storage = (usedPercent?: number) =>
  judge({ storage: { usedPercent, growsByItself: true } }).reasons;
const support = (version: string, now: string) =>
  judge({ version }, now).reasons;

describe('toAzurePostgresVerdict', () => {
  it('is well within every limit, and where Azure tells nothing', () => {
    const ok = { level: 'ok', reasons: [] };
    expect(judge({})).toEqual(ok);
    expect(
      judge({
        version: undefined,
        storage: { growsByItself: false },
        connections: { active: 900 },
        backup: { isGeoRedundant: false },
        areMetricsReadable: false,
      }),
    ).toEqual(ok);
  });

  it('calls a server that is not ready a problem', () => {
    expect(judge({ state: 'Stopped' })).toEqual({
      level: 'problem',
      reasons: [{ level: 'problem', key: 'azure-postgres.stopped' }],
    });
    expect(judge({ state: 'Inaccessible' }).reasons).toEqual([
      {
        level: 'problem',
        key: 'azure-postgres.notReady',
        params: { state: 'Inaccessible' },
      },
    ]);
  });

  it('calls a storage of 95 % a problem, and wants attention from 80 % on', () => {
    expect(storage(95.4)).toEqual([
      {
        level: 'problem',
        key: 'azure-postgres.storageFull',
        params: { percent: 95 },
      },
    ]);
    expect(storage(94.9)).toEqual([
      {
        level: 'attention',
        key: 'azure-postgres.storageFilling',
        params: { percent: 94 },
      },
    ]);
    expect(storage(80).map(({ level }) => level)).toEqual(['attention']);
  });

  it('calls backups that are kept for less than promised a problem', () => {
    const backup = { retentionDays: 6, isGeoRedundant: true };
    expect(judge({ backup }).reasons).toEqual([
      {
        level: 'problem',
        key: 'azure-postgres.shortRetention',
        params: { count: 6, promise: 7 },
      },
    ]);
    const promise = { backupRetentionDays: 5 };
    expect(judge({ backup }, undefined, promise).reasons).toEqual([]);
  });

  it('wants attention from 80 % of the connections on', () => {
    expect(judge({ connections: { active: 80, limit: 100 } }).reasons).toEqual([
      {
        level: 'attention',
        key: 'azure-postgres.manyConnections',
        params: { count: 80, limit: 100 },
      },
    ]);
  });

  it('wants attention six months before a major version is out of support, and after', () => {
    const ends = (count: number) => [
      {
        level: 'attention',
        key: 'azure-postgres.supportEnds',
        params: { version: '15', count },
      },
    ];
    expect(support('15', '2027-05-10T10:00:00Z')).toEqual([]);
    expect(support('15', '2027-05-11T10:00:00Z')).toEqual(ends(184));
    expect(support('15', '2027-11-11T23:00:00Z')).toEqual(ends(0));
    expect(support('15', '2027-11-12T00:00:00Z')).toEqual([
      {
        level: 'attention',
        key: 'azure-postgres.unsupported',
        params: { version: '15' },
      },
    ]);
    expect(support('99', '2099-01-01T00:00:00Z')).toEqual([]);
  });

  it('gives the worst first', () => {
    expect(
      judge({
        version: '13',
        storage: { usedPercent: 96, growsByItself: false },
      }).reasons.map(({ key }) => key),
    ).toEqual(['azure-postgres.storageFull', 'azure-postgres.unsupported']);
  });
});
