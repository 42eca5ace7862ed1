import {
  AzureBlobContainer,
  AzureBlobLifecycleRule,
  AzureBlobRequests,
  AzureBlobView,
  TimeSeriesPoint,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  AzureBlobService,
  AzureContainers,
  AzureLifecycleRules,
  AzureMetricSeries,
  AzureStorageAccount,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** What Azure answered about one account, and which of its containers are meant. */
export interface AzureBlobAnswers {
  account: AzureStorageAccount;
  service: AzureBlobService;
  containers: AzureContainers;
  lifecycleRules: AzureLifecycleRules;
  /** Absent where the portal may not read them, as `requests`. */
  capacity?: AzureMetricSeries[];
  requests?: AzureMetricSeries[];
  /** The only ones that are meant, where an annotation names them. */
  named?: readonly string[];
  /** Those of other environments. */
  ignored?: readonly string[];
  /** Those that anybody may read on purpose. */
  publicContainers: readonly string[];
}

/** Makes the view of a storage account of what Azure answered. */
export function toAzureBlobView(answers: AzureBlobAnswers): AzureBlobView {
  const { account, service, named, capacity, requests } = answers;
  const found = new Set(answers.containers.map(({ name }) => name));
  const latestOf = (metric: string) =>
    capacity?.find(series => series.metric === metric)?.points.at(-1)?.value;
  return {
    account: account.name,
    sku: account.sku?.name ?? undefined,
    containers: toContainers(answers),
    missingContainers: (named ?? []).filter(name => !found.has(name)),
    usedBytes: latestOf('BlobCapacity'),
    blobCount: latestOf('BlobCount'),
    softDeleteDays: toDays(service.deleteRetentionPolicy),
    containerSoftDeleteDays: toDays(service.containerDeleteRetentionPolicy),
    keepsVersions: service.isVersioningEnabled === true,
    lifecycleRules: answers.lifecycleRules.map(toLifecycleRule),
    corsOrigins: [
      ...new Set(
        (service.cors?.corsRules ?? []).flatMap(rule => rule.allowedOrigins),
      ),
    ],
    // Azure leaves it out where nobody has forbidden them.
    isAccountKeyAllowed: account.allowSharedKeyAccess !== false,
    requests: requests && toRequests(requests),
    requestsByHour: toHours(requests ?? []),
    areMetricsReadable: capacity !== undefined && requests !== undefined,
  };
}

/** Those that anybody may read come first. */
function toContainers(answers: AzureBlobAnswers): AzureBlobContainer[] {
  const { named, ignored = [], publicContainers } = answers;
  return answers.containers
    .filter(({ name }) =>
      named ? named.includes(name) : !ignored.includes(name),
    )
    .map(container => ({
      name: container.name,
      publicAccess: toPublicAccess(container, answers),
      isDeclaredPublic: publicContainers.includes(container.name),
      lastModifiedAt: container.lastModifiedTime ?? undefined,
    }))
    .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

function rank({ publicAccess, isDeclaredPublic }: AzureBlobContainer): number {
  if (publicAccess === 'none') return 2;
  return isDeclaredPublic ? 1 : 0;
}

function toPublicAccess(
  { name, publicAccess }: AzureContainers[number],
  { account, service }: AzureBlobAnswers,
): AzureBlobContainer['publicAccess'] {
  // A website is public by itself, whatever the account forbids.
  if (name === '$web' && service.staticWebsite?.enabled) return 'files';
  // Old accounts, which do not say it, allow it.
  if (account.allowBlobPublicAccess === false) return 'none';
  if (publicAccess === 'Container') return 'files-and-list';
  return publicAccess === 'Blob' ? 'files' : 'none';
}

function toDays(policy: AzureBlobService['deleteRetentionPolicy']): number {
  return policy?.enabled ? policy.days ?? 0 : 0;
}

function toLifecycleRule({
  name,
  enabled,
  definition,
}: AzureLifecycleRules[number]): AzureBlobLifecycleRule {
  const { baseBlob } = definition.actions;
  const moves = [
    baseBlob?.tierToCool,
    baseBlob?.tierToCold,
    baseBlob?.tierToArchive,
  ].flatMap(age => toAge(age) ?? []);
  return {
    name,
    // Azure leaves it out where the rule is on.
    isEnabled: enabled !== false,
    deleteAfterDays: toAge(baseBlob?.delete),
    moveAfterDays: moves.length > 0 ? Math.min(...moves) : undefined,
  };
}

type Age = NonNullable<
  AzureLifecycleRules[number]['definition']['actions']['baseBlob']
>['delete'];

/** The conditions exclude one another. */
function toAge(age: Age): number | undefined {
  return (
    age?.daysAfterModificationGreaterThan ??
    age?.daysAfterLastAccessTimeGreaterThan ??
    age?.daysAfterCreationGreaterThan ??
    undefined
  );
}

/** Without a request Azure has no measure. */
function toRequests(series: AzureMetricSeries[]): AzureBlobRequests {
  const countOf = (authentication: string) =>
    series
      .filter(({ dimension }) => dimension === authentication)
      .flatMap(({ points }) => points)
      .reduce((sum, { value }) => sum + value, 0);
  return {
    accountKey: countOf('AccountKey'),
    sharedAccessSignature: countOf('SAS'),
    identity: countOf('OAuth'),
    anonymous: countOf('Anonymous'),
  };
}

function toHours(series: AzureMetricSeries[]): TimeSeriesPoint[] {
  const hours = new Map<string, number>();
  for (const { points } of series) {
    for (const { at, value } of points) {
      hours.set(at, (hours.get(at) ?? 0) + value);
    }
  }
  return (
    [...hours]
      .map(([at, value]) => ({ at, value }))
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      // A day that starts within an hour touches 25.
      .slice(-24)
  );
}
