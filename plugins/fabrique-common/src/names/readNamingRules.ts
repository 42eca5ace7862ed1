import { createNamingRules, NamesPreset, namesPresets } from './preset';
import { NamingRules } from './preset';

/**
 * What this module needs of Backstage's configuration, in the browser as in the backend.
 *
 * @public
 */
export interface NamingConfigReader {
  getOptionalString(key: string): string | undefined;
}

/**
 * Reads the naming rules of a portal from `fabrique.preset`, `fabrique.names` and the keys of the
 * services. In the browser, the keys that stay in the backend give their defaults.
 *
 * @param preset - takes the place of `fabrique.preset`.
 * @throws Error naming the key, if a value is not one of those that exist.
 *
 * @public
 */
export function readNamingRules(
  config: NamingConfigReader,
  preset?: NamesPreset,
): NamingRules {
  const read = (key: string) => config.getOptionalString(`fabrique.${key}`);
  const configured = readOneOf(config, 'fabrique.preset', namesPresets);
  const chosen = preset ?? configured;
  // Hosts, clusters and servers are configured for the portal's own preset.
  const own = chosen === configured || !configured;
  const readOwn = (key: string) => (own ? read(key) : undefined);
  const perEnvironment = (key: string) => ({
    dev: readOwn(`${key}.dev`),
    preprod: readOwn(`${key}.preprod`),
    prod: readOwn(`${key}.prod`),
  });
  return createNamingRules(chosen, {
    clusters: perEnvironment('kubernetes.clusters'),
    baseDomains: perEnvironment('names.baseDomains'),
    githubOrganization: read('github.organization'),
    githubUrl: toUrl(read('github.host')),
    gitlabGroup: readOwn('gitlab.group'),
    gitlabUrl: toUrl(read('gitlab.host')),
    sentryOrganization: read('sentry.organization'),
    sentryUrl: read('sentry.baseUrl')?.replace(/\/+$/, ''),
    matomoUrl: read('matomo.baseUrl')?.replace(/\/+$/, ''),
    databaseServer: own
      ? readOneOf(config, 'fabrique.names.databaseServer', [
          'shared',
          'dedicated',
        ] as const)
      : undefined,
    sharedServers: {
      dev: read('azure.postgres.servers.dev.name'),
      prod: read('azure.postgres.servers.prod.name'),
    },
  });
}

function readOneOf<T extends string>(
  config: NamingConfigReader,
  key: string,
  values: readonly T[],
): T | undefined {
  const value = config.getOptionalString(key);
  if (value === undefined) return undefined;
  const known = values.find(candidate => candidate === value);
  if (!known) {
    throw new Error(
      `Configuration ${key} is '${value}', and must be one of ${values.join(
        ', ',
      )}`,
    );
  }
  return known;
}

/** Only a host on loopback is spoken to in plain HTTP. */
function toUrl(host: string | undefined): string | undefined {
  if (!host) return undefined;
  const scheme = /^(127\.0\.0\.1|localhost)(:|$)/.test(host) ? 'http' : 'https';
  return `${scheme}://${host}`;
}
