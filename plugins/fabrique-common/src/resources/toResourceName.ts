import { ResourceType } from './ledger';
import { resourceTypeWords } from './resourceTypeWords';

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

/** What names a resource: a line of the ledger, or of a plan. */
type Named = {
  /** Absent for what comes and goes with another resource. */
  type?: string;
  key: string;
  /** In the language of the logs. */
  title: string;
};

/**
 * How a resource is called in its own system, in no language; what the ledger says of types of others.
 *
 * @public
 */
export function toResourceName({ type, key, title }: Named): string {
  return names[type as ResourceType]?.(key.split('/')) || title;
}

/**
 * What a resource is and how it is called, in a language: `Projet Sentry domifa`. Of types of others, and of
 * what has none, the title in the logs.
 *
 * @public
 */
export function toResourceTitle(
  resource: Named,
  language: keyof typeof resourceTypeWords,
): string {
  const type = resourceTypeWords[language][resource.type as ResourceType];
  return type ? `${type} ${toResourceName(resource)}` : resource.title;
}
