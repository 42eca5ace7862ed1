import { AnnotationDefinition } from '../annotation';
import { TimeSeriesPoint } from '../timeSeries';
import {
  createVerdict,
  Verdict,
  VerdictReason,
  VerdictWords,
} from '../verdict';

/**
 * Links an entity to a Postgres server of Azure, where the naming rules do not tell it.
 *
 * @public
 */
export const azurePostgresAnnotation: AnnotationDefinition = {
  name: 'fabrique.social.gouv.fr/azure-pg-server',
  title: { en: 'Postgres server', fr: 'Serveur Postgres' },
  description: {
    en: 'Name of the Azure flexible server, without its domain. Not needed where the naming rules tell it.',
    fr: "Nom du serveur flexible d'Azure, sans son domaine. Inutile quand les règles de nommage le donnent.",
  },
  pattern: '[a-z0-9][a-z0-9-]{1,61}[a-z0-9]',
  example: 'domifaprodserver',
  perEnvironment: true,
};

/**
 * Names the database on that server, where the naming rules do not tell it.
 *
 * @public
 */
export const azurePostgresDatabaseAnnotation: AnnotationDefinition = {
  name: 'fabrique.social.gouv.fr/azure-pg-database',
  title: { en: 'Postgres database', fr: 'Base Postgres' },
  description: {
    en: 'Name of the database on the Azure flexible server. Not needed where the naming rules tell it.',
    fr: "Nom de la base sur le serveur flexible d'Azure. Inutile quand les règles de nommage le donnent.",
  },
  pattern: '[A-Za-z0-9_][A-Za-z0-9_-]{0,62}',
  example: 'domifa',
  perEnvironment: true,
};

/**
 * A rule that lets addresses connect to a server.
 *
 * @public
 */
export interface AzurePostgresFirewallRule {
  name: string;
  startIpAddress: string;
  endIpAddress: string;
  /** Whom it lets in, where these are more than known addresses. */
  opensTo?: 'azure' | 'internet';
}

/**
 * A Postgres server of Azure, and the application's database on it. What Azure does not tell is absent.
 *
 * @public
 */
export interface AzurePostgresView {
  server: string;
  database?: { name: string; sizeBytes?: number };
  /** As Azure says it: `Ready`, `Stopped`, `Updating`. */
  state: string;
  /** Major version: `16`. */
  version?: string;
  minorVersion?: string;
  /** Size of the machine: `Standard_D4ds_v5`, of the tier `GeneralPurpose`. */
  sku?: { name: string; tier: string };
  storage: {
    limitBytes?: number;
    usedBytes?: number;
    usedPercent?: number;
    /** Azure makes it larger by itself. */
    growsByItself: boolean;
  };
  /** `active` is the most of the last hour. */
  connections: { active?: number; limit?: number };
  /** The most connections of each hour, 24 points at most, oldest first. */
  connectionsByHour: TimeSeriesPoint[];
  /** Whether the server can be reached from outside of its network, as far as the rules let it. */
  isPublic: boolean;
  /** Widest first. */
  firewallRules: AzurePostgresFirewallRule[];
  highAvailability: {
    mode: 'none' | 'same-zone' | 'zone-redundant';
    isHealthy: boolean;
  };
  backup: {
    retentionDays?: number;
    isGeoRedundant: boolean;
    earliestRestoreAt?: string;
    latestAt?: string;
  };
  /** False when the portal may not read the measures of Azure Monitor. */
  areMetricsReadable: boolean;
  /** Dashboard on the server. */
  dashboardUrl?: string;
}

/**
 * When a Postgres server is in trouble.
 *
 * @public
 */
export interface AzurePostgresThresholds {
  /** Problem from this percentage of the storage on: there Azure stops all writing. */
  storageFullPercent: number;
  /** Attention from this percentage of the storage on. */
  storagePercent: number;
  /** Attention from this percentage of the connections on. */
  connectionsPercent: number;
  /** The promise: problem when backups are kept for fewer days. */
  backupRetentionDays: number;
  /** Attention so many months before the major version is out of support. */
  supportEndMonths: number;
}

/**
 * Defaults of {@link AzurePostgresThresholds}.
 *
 * @public
 */
export const defaultAzurePostgresThresholds: AzurePostgresThresholds = {
  storageFullPercent: 95,
  storagePercent: 80,
  connectionsPercent: 80,
  backupRetentionDays: 7,
  supportEndMonths: 6,
};

/**
 * The last day on which the project maintains each major version of Postgres.
 *
 * @see https://www.postgresql.org/support/versioning/
 *
 * @public
 */
export const postgresSupportEnds: Readonly<Record<string, string>> = {
  '11': '2023-11-09',
  '12': '2024-11-21',
  '13': '2025-11-13',
  '14': '2026-11-12',
  '15': '2027-11-11',
  '16': '2028-11-09',
  '17': '2029-11-08',
  '18': '2030-11-14',
};

const dayMs = 86_400_000;

/**
 * Judges a Postgres server. Of a version that {@link postgresSupportEnds} does not know nothing is said.
 *
 * @public
 */
export function toAzurePostgresVerdict(
  view: AzurePostgresView,
  thresholds: AzurePostgresThresholds,
  now: Date,
): Verdict {
  const reasons: VerdictReason[] = [];
  const { state, storage, connections, backup, version } = view;
  if (state === 'Stopped' || state === 'Stopping') {
    reasons.push({ level: 'problem', key: 'azure-postgres.stopped' });
  } else if (state !== 'Ready') {
    reasons.push({
      level: 'problem',
      key: 'azure-postgres.notReady',
      params: { state },
    });
  }
  const { usedPercent } = storage;
  if (usedPercent !== undefined) {
    const params = { percent: Math.floor(usedPercent) };
    if (usedPercent >= thresholds.storageFullPercent) {
      const key = 'azure-postgres.storageFull';
      reasons.push({ level: 'problem', key, params });
    } else if (usedPercent >= thresholds.storagePercent) {
      const key = 'azure-postgres.storageFilling';
      reasons.push({ level: 'attention', key, params });
    }
  }
  const { retentionDays } = backup;
  if (
    retentionDays !== undefined &&
    retentionDays < thresholds.backupRetentionDays
  ) {
    reasons.push({
      level: 'problem',
      key: 'azure-postgres.shortRetention',
      params: { count: retentionDays, promise: thresholds.backupRetentionDays },
    });
  }
  const { active, limit } = connections;
  if (
    active !== undefined &&
    limit !== undefined &&
    active >= (limit * thresholds.connectionsPercent) / 100
  ) {
    reasons.push({
      level: 'attention',
      key: 'azure-postgres.manyConnections',
      params: { count: active, limit },
    });
  }
  const supportEnd = version && postgresSupportEnds[version];
  if (supportEnd) {
    const today = Date.parse(now.toISOString().slice(0, 10));
    const end = Date.parse(supportEnd);
    const soon = new Date(today);
    soon.setUTCMonth(soon.getUTCMonth() + thresholds.supportEndMonths);
    if (end < today) {
      reasons.push({
        level: 'attention',
        key: 'azure-postgres.unsupported',
        params: { version },
      });
    } else if (end <= soon.getTime()) {
      reasons.push({
        level: 'attention',
        key: 'azure-postgres.supportEnds',
        params: { version, count: (end - today) / dayMs },
      });
    }
  }
  return createVerdict(reasons);
}

/**
 * Name of the service, and the sentences of {@link toAzurePostgresVerdict}.
 *
 * @public
 */
export const azurePostgresVerdictWords = {
  title: 'Azure Postgres',
  reason: {
    stopped: 'the server is stopped',
    notReady: 'the server is not ready: Azure says {{state}}',
    storageFull:
      'the storage is {{percent, number}}% full: from 95% on, Azure stops all writing',
    storageFilling: 'the storage is {{percent, number}}% full',
    shortRetention_one:
      'backups are kept for {{count, number}} day, and {{promise, number}} are promised',
    shortRetention_other:
      'backups are kept for {{count, number}} days, and {{promise, number}} are promised',
    manyConnections_one:
      'up to {{count, number}} connection of {{limit, number}} in the last hour',
    manyConnections_other:
      'up to {{count, number}} connections of {{limit, number}} in the last hour',
    supportEnds_one:
      'version {{version}} of Postgres is supported for {{count, number}} more day',
    supportEnds_other:
      'version {{version}} of Postgres is supported for {{count, number}} more days',
    unsupported: 'version {{version}} of Postgres is no longer supported',
  },
} as const satisfies VerdictWords;

/**
 * French of {@link azurePostgresVerdictWords}.
 *
 * @public
 */
export const frAzurePostgresVerdictWords = {
  title: 'Azure Postgres',
  reason: {
    stopped: 'le serveur est arrêté',
    notReady: "le serveur n'est pas prêt : Azure indique {{state}}",
    storageFull:
      'le stockage est plein à {{percent, number}} % : à partir de 95 %, Azure bloque toute écriture',
    storageFilling: 'le stockage est plein à {{percent, number}} %',
    shortRetention_one:
      'les sauvegardes sont gardées {{count, number}} jour, pour {{promise, number}} promis',
    shortRetention_other:
      'les sauvegardes sont gardées {{count, number}} jours, pour {{promise, number}} promis',
    manyConnections_one:
      "jusqu'à {{count, number}} connexion sur {{limit, number}} la dernière heure",
    manyConnections_other:
      "jusqu'à {{count, number}} connexions sur {{limit, number}} la dernière heure",
    supportEnds_one:
      'la version {{version}} de Postgres est encore maintenue {{count, number}} jour',
    supportEnds_other:
      'la version {{version}} de Postgres est encore maintenue {{count, number}} jours',
    unsupported: "la version {{version}} de Postgres n'est plus maintenue",
  },
} satisfies VerdictWords<keyof typeof azurePostgresVerdictWords.reason>;
