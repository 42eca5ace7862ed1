import {
  AzurePostgresFirewallRule,
  AzurePostgresView,
  postgresSupportEnds,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRow, CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { Quiet } from '../../card/Quiet';
import { ToolLink } from '../../card/ToolLink';
import { TimeSeriesChart } from '../../chart/TimeSeriesChart';
import { RelativeTime } from '../../words/RelativeTime';
import { useWords, Words } from '../../words/useWords';

const tiers = ['Burstable', 'GeneralPurpose', 'MemoryOptimized'] as const;

/** A Postgres server and the application's database: how full, how busy, how safe, and open to whom. */
export function AzurePostgresCardContent(
  props: FabriqueCardContentProps<AzurePostgresView>,
) {
  const { view, verdict } = props;
  const words = useWords();
  const { t } = words;
  const isReady = view.state === 'Ready';
  const hasMetrics = view.storage.usedPercent !== undefined;
  return (
    <>
      <Headline verdict={verdict} calm={t('azure-postgres.ready')} />
      {view.connectionsByHour.length > 0 && (
        <TimeSeriesChart
          label={t('azure-postgres.chart')}
          valueLabel={t('azure-postgres.value')}
          points={view.connectionsByHour}
          step="hour"
        />
      )}
      <Facts
        facts={[
          ...toUsage(view, words),
          ...toEngine(view, words),
          toHighAvailability(view, t),
          ...toBackups(view, t),
          !view.isPublic && t('azure-postgres.private'),
          isReady &&
            view.isPublic &&
            view.firewallRules.length === 0 &&
            t('azure-postgres.closed'),
          view.dashboardUrl && (
            <ToolLink href={view.dashboardUrl}>
              {t('azure-postgres.dashboard')}
            </ToolLink>
          ),
        ]}
      />
      <CardRows label={t('azure-postgres.rows')} rows={toRows(view, words)} />
      {isReady && !hasMetrics && (
        <Quiet as="p" size="x-small">
          {t(
            view.areMetricsReadable
              ? 'azure-postgres.noMetrics'
              : 'azure-postgres.unreadable',
          )}
        </Quiet>
      )}
    </>
  );
}

function toUsage({ storage, connections }: AzurePostgresView, words: Words) {
  const { t, format } = words;
  const { limitBytes, usedBytes, usedPercent } = storage;
  const limit = limitBytes && format.size(limitBytes);
  const { active, limit: connectionLimit } = connections;
  return [
    active !== undefined &&
      connectionLimit !== undefined &&
      t('azure-postgres.connections', {
        count: active,
        limit: connectionLimit,
      }),
    limit &&
      (usedBytes !== undefined && usedPercent !== undefined
        ? t('azure-postgres.storage', {
            used: format.size(usedBytes),
            limit,
            percent: format.percent(usedPercent),
          })
        : t('azure-postgres.storageSize', { limit })),
    storage.growsByItself && t('azure-postgres.growsByItself'),
  ];
}

function toEngine(
  { version, minorVersion, sku }: AzurePostgresView,
  words: Words,
) {
  const size = sku?.name.replace(/^Standard_/, '');
  const tier = tiers.find(known => known === sku?.tier);
  return [
    version && describeVersion(version, minorVersion, words),
    size && tier ? words.t(`azure-postgres.tier.${tier}`, { size }) : size,
  ];
}

function describeVersion(
  major: string,
  minor: string | undefined,
  { t, format }: Words,
): string {
  const version = minor ? `${major}.${minor}` : major;
  const supportEnd = postgresSupportEnds[major];
  if (!supportEnd) return t('azure-postgres.engine', { version });
  return t('azure-postgres.supported', {
    version,
    date: new Intl.DateTimeFormat(format.language, {
      month: 'long',
      year: 'numeric',
      // A day of the calendar, the same everywhere.
      timeZone: 'UTC',
    }).format(new Date(supportEnd)),
  });
}

function toHighAvailability(
  { highAvailability: { mode, isHealthy } }: AzurePostgresView,
  t: Words['t'],
) {
  const words = t(`azure-postgres.highAvailability.${mode}`);
  return mode === 'none' || isHealthy
    ? words
    : t('azure-postgres.highAvailability.unhealthy', { mode: words });
}

function toBackups({ backup }: AzurePostgresView, t: Words['t']) {
  const { retentionDays, latestAt, earliestRestoreAt } = backup;
  return [
    retentionDays !== undefined &&
      t('azure-postgres.backups', { count: retentionDays }),
    backup.isGeoRedundant && t('azure-postgres.geoRedundant'),
    latestAt &&
      t('azure-postgres.latestBackup', {
        time: <RelativeTime at={latestAt} />,
      }),
    earliestRestoreAt &&
      t('azure-postgres.restorable', {
        time: <Moment at={earliestRestoreAt} />,
      }),
  ];
}

/** A point in time to the minute: people say it to those who restore. */
function Moment(props: { at: string }) {
  const { format } = useWords();
  return (
    <time dateTime={props.at} title={format.absoluteTime(props.at)}>
      {new Intl.DateTimeFormat(format.language, {
        dateStyle: 'medium',
        timeStyle: 'short',
      }).format(new Date(props.at))}
    </time>
  );
}

function toRows(view: AzurePostgresView, { t, format }: Words): CardRow[] {
  const { database, isPublic, firewallRules } = view;
  const databaseRow: CardRow[] = database
    ? [
        {
          key: `database/${database.name}`,
          title: database.name,
          details: [
            t('azure-postgres.database'),
            database.sizeBytes === undefined
              ? t('azure-postgres.sizeUnknown')
              : format.size(database.sizeBytes),
          ],
        },
      ]
    : [];
  // Rules of a server that is closed to the public network let nobody in.
  const rules = isPublic ? firewallRules : [];
  return [
    ...databaseRow,
    ...rules.map<CardRow>(rule => ({
      key: `rule/${rule.name}`,
      title: rule.name,
      details: [describeRule(rule, t)],
    })),
  ];
}

function describeRule(rule: AzurePostgresFirewallRule, t: Words['t']): string {
  const { opensTo, startIpAddress: start, endIpAddress: end } = rule;
  if (opensTo) return t(`azure-postgres.opensTo.${opensTo}`);
  return start === end
    ? t('azure-postgres.address', { address: start })
    : t('azure-postgres.range', { start, end });
}
