import { ResourceType } from './ledger';

type Reader = (parts: string[]) => string;

const last: Reader = parts => parts[parts.length - 1];

/** The keys of the ledger hold the names of the resources, whose titles are in the language of the logs. */
const names: Record<ResourceType, Reader> = {
  'blob-container': ([, account, name]) => `${name} (${account})`,
  'catalog-location': ([, ...ref]) => ref.join('/'),
  'github-pull-request': ([, , repository, , ...branch]) =>
    `${repository} : ${branch.join('/')}`,
  'github-repository': ([, ...name]) => name.join('/'),
  'github-secret': parts => last(parts).replaceAll('+', ', '),
  'github-team': last,
  'gitlab-project': ([, ...name]) => name.join('/'),
  'gitlab-variable': parts => last(parts).replaceAll(',', ', '),
  'grafana-dashboard': last,
  'grafana-folder': last,
  'grafana-alert-rule': last,
  'key-vault-secret': last,
  'kubernetes-namespace': last,
  'kubernetes-object': ([, , namespace, kind, name]) =>
    `${kind} ${namespace}/${name}`,
  'kubernetes-secret': ([, , namespace, , name]) => `${namespace}/${name}`,
  'matomo-site': ([, ...url]) => url.join('/'),
  'nextcloud-folder': ([, , ...path]) => path.join('/'),
  'office365-group': last,
  // The key has the id of the person or group, the server says more.
  'postgres-administrator': ([, server]) => server,
  'postgres-database': ([, server, name]) => `${name} (${server})`,
  'postgres-server': last,
  'resource-group': last,
  'sentry-project': last,
  'sentry-team': last,
  'sre-request': ([, , , , , , ...title]) => title.join('/'),
  'storage-account': ([, name]) => name,
  'tipimail-api-key': ([, , ...application]) =>
    application.slice(0, -1).join('/'),
  'tipimail-domain': last,
};

/**
 * How a resource is called in its own system, in no language; what the ledger says of types of others.
 *
 * @public
 */
export function toResourceName({
  type,
  key,
  title,
}: {
  type?: string;
  key: string;
  title: string;
}): string {
  return names[type as ResourceType]?.(key.split('/')) || title;
}
