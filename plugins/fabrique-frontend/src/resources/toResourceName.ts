import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';

/** The keys of the ledger hold the names of the resources, whose titles are in the language of the logs. */
const names: Record<string, (parts: string[]) => string> = {
  'blob-container': ([, account, name]) => `${name} (${account})`,
  'catalog-location': ([, ...ref]) => ref.join('/'),
  'github-pull-request': ([, , repository, , ...branch]) =>
    `${repository} : ${branch.join('/')}`,
  'github-repository': ([, ...name]) => name.join('/'),
  'github-secret': parts => parts[parts.length - 1].replaceAll('+', ', '),
  'github-team': parts => parts[parts.length - 1],
  'gitlab-project': ([, ...name]) => name.join('/'),
  'grafana-dashboard': parts => parts[parts.length - 1],
  'grafana-folder': parts => parts[parts.length - 1],
  'grafana-alert-rule': parts => parts[parts.length - 1],
  'kubernetes-namespace': parts => parts[parts.length - 1],
  'kubernetes-object': ([, , namespace, kind, name]) =>
    `${kind} ${namespace}/${name}`,
  'kubernetes-secret': ([, , namespace, , name]) => `${namespace}/${name}`,
  'matomo-site': ([, ...url]) => url.join('/'),
  'postgres-database': ([, server, name]) => `${name} (${server})`,
  'sentry-project': parts => parts[parts.length - 1],
  'sentry-team': parts => parts[parts.length - 1],
  'sre-request': ([, , , , , , ...title]) => title.join('/'),
  'storage-account': ([, name]) => name,
};

/** How a resource is called in its own system, in no language; what the ledger says of types of others. */
export function toResourceName({
  type,
  key,
  title,
}: Pick<LedgerEntry, 'type' | 'key' | 'title'>): string {
  return names[type]?.(key.split('/')) || title;
}
