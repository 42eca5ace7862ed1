import { azurePostgresVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';

/** What the page says of a Postgres server of Azure. */
export const azurePostgresWords = {
  ...azurePostgresVerdictWords,
  /** The linked thing as the subject of a sentence. */
  thing: 'Postgres server or database {{name}}',
  /** The linked thing as that to which one has access. */
  access: 'the Postgres server of {{name}}',
  ready: 'the server is ready',
  engine: 'Postgres {{version}}',
  supported: 'Postgres {{version}}, supported until {{date}}',
  tier: {
    Burstable: '{{size}} (burstable)',
    GeneralPurpose: '{{size}} (general purpose)',
    MemoryOptimized: '{{size}} (memory optimized)',
  },
  storage: 'storage: {{used}} of {{limit}} ({{percent}})',
  storageSize: 'storage: {{limit}}, use unknown',
  growsByItself: 'storage grows by itself',
  connections_one:
    '24 h · up to {{count, number}} connection of {{limit, number}} in the last hour',
  connections_other:
    '24 h · up to {{count, number}} connections of {{limit, number}} in the last hour',
  chart: 'Most connections of each hour over 24 h',
  value: 'Connections',
  highAvailability: {
    none: 'no high availability',
    'same-zone': 'high availability within the zone',
    'zone-redundant': 'high availability across zones',
    unhealthy: '{{mode}}, unavailable for the moment',
  },
  backups_one: 'backups kept for {{count, number}} day',
  backups_other: 'backups kept for {{count, number}} days',
  geoRedundant: 'backups copied to another region',
  latestBackup: 'last backup {{time}}',
  restorable: 'restorable since {{time}}',
  dashboard: 'measures in Grafana',
  private: 'reached from its own network only',
  closed: 'firewall: nobody is let in from outside',
  rows: 'Database and firewall',
  database: 'database',
  sizeUnknown: 'size not told by Azure',
  opensTo: {
    azure: 'firewall open to all of Azure',
    internet: 'firewall open to the whole Internet',
  },
  range: 'firewall: {{start}} to {{end}}',
  address: 'firewall: {{address}}',
  unreadable:
    'The portal may not read the measures of Azure Monitor: it needs the role Monitoring Reader. Storage and connections are unknown.',
  noMetrics:
    'Azure Monitor has no measure of this server: storage and connections are unknown.',
} as const;
