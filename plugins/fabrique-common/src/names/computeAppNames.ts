import { Environment } from '../environment';
import { createNamingRules, NamesPreset, NamingRules } from './preset';
import { toGen1Slug, toGen2Slug, toGitlabEnvironmentSlug } from './slug';

/** Longest identifier of Postgres, in bytes. */
export const postgresIdentifierLimit = 63;

/**
 * How everything of one environment of an application is called.
 *
 * @public
 */
export interface EnvironmentNames {
  environment: Environment;
  host: string;
  url: string;
  /** Undefined where it holds the number of the GitLab project, which only GitLab knows. */
  namespace?: string;
  /** Selects the application's objects in its cluster, in every environment alike. */
  labelSelector: string;
  cluster: string;
  database: {
    /** Name of the Azure server; host of the database service in generation 2. */
    server: string;
    name: string;
    user: string;
    /** Secret with the application's own credentials. */
    secretName: string;
  };
  storage: {
    /** Azure storage account; undefined in generation 2, where storage is S3. */
    account?: string;
    container: string;
    secretName: string;
  };
  sentrySecretName: string;
}

/**
 * How everything of an application is called.
 *
 * @public
 */
export interface AppNames {
  name: string;
  preset: NamesPreset;
  /** `SocialGouv/domifa` */
  repository: string;
  repositoryUrl: string;
  /** `SocialGouv/domifa`; undefined where there is no mirror. */
  gitlabProject?: string;
  gitlabUrl?: string;
  /** `incubateur/domifa` */
  sentrySlug: string;
  sentryUrl: string;
  matomoUrl: string;
  /** Namespace with the administrators' secrets. */
  secretNamespace: string;
  environments: Record<Environment, EnvironmentNames>;
}

/**
 * Computes how everything of an application is called; pure, and the same in the browser and in the
 * backend. Check the name with `validateAppName` first.
 *
 * @param options - `branch` is the one that `dev` follows, by default `main`; `rules` come from
 *   `readNamingRules` and are those of `preset` by default.
 *
 * @public
 */
export function computeAppNames(options: {
  name: string;
  preset?: NamesPreset;
  branch?: string;
  rules?: NamingRules;
}): AppNames {
  const { name, branch = 'main' } = options;
  const rules = options.rules ?? createNamingRules(options.preset);
  const repository = `${rules.githubOrganization}/${name}`;
  const gitlabProject = rules.gitlabGroup && `${rules.gitlabGroup}/${name}`;
  const toNames = { 'gen1-azure': toGen1Names, 'gen2-ovh': toGen2Names }[
    rules.preset
  ];
  const environment = (id: Environment) => toNames(id, name, branch, rules);
  return {
    name,
    preset: rules.preset,
    repository,
    repositoryUrl: `${rules.githubUrl}/${repository}`,
    ...(gitlabProject && {
      gitlabProject,
      gitlabUrl: `${rules.gitlabUrl}/${gitlabProject}`,
    }),
    sentrySlug: `${rules.sentryOrganization}/${name}`,
    sentryUrl: rules.sentryUrl,
    matomoUrl: rules.matomoUrl,
    secretNamespace: `${name}-secret`,
    environments: {
      dev: environment('dev'),
      preprod: environment('preprod'),
      prod: environment('prod'),
    },
  };
}

function toGen1Names(
  environment: Environment,
  name: string,
  branch: string,
  rules: NamingRules,
): EnvironmentNames {
  const stage = environment === 'prod' ? 'prod' : 'dev';
  const compact = toCompactName(name);
  const hostLabel = {
    dev: `${toGitlabEnvironmentSlug(`${branch}-dev`)}-${name}`,
    preprod: `preprod-${name}`,
    prod: name,
  }[environment];
  const host = `${hostLabel}.${rules.baseDomains[environment]}`;
  return {
    environment,
    host,
    url: `https://${host}`,
    ...(environment === 'prod' && { namespace: name }),
    labelSelector: `owner=${name}`,
    cluster: rules.clusters[environment],
    database: {
      ...(rules.databaseServer === 'shared'
        ? toSharedDatabase(environment, name, rules.sharedServers[stage])
        : {
            server: `${compact}${stage}server`,
            ...toOwnDatabase(environment, name, toGen1Slug(branch)),
          }),
      secretName: 'azure-pg-user',
    },
    storage: {
      account: `${compact}${stage}`,
      container: `${name}-${environment}`,
      secretName: `azure-${compact}${stage}-volume`,
    },
    sentrySecretName: 'sentry',
  };
}

function toGen2Names(
  environment: Environment,
  name: string,
  branch: string,
  rules: NamingRules,
): EnvironmentNames {
  const namespace = {
    dev: toGen2Slug(`${name}-${branch}`),
    preprod: `${name}-preprod`,
    prod: name,
  }[environment];
  const host = `${namespace}.${rules.baseDomains[environment]}`;
  return {
    environment,
    host,
    url: `https://${host}`,
    namespace,
    labelSelector: `application=${name}`,
    cluster: rules.clusters[environment],
    database: {
      server: 'pg-rw',
      ...toOwnDatabase(environment, name, toGen2Slug(branch)),
      secretName: 'pg-app',
    },
    storage: { container: `${name}-${environment}`, secretName: 's3' },
    sentrySecretName: 'sentry',
  };
}

/** The conventions' names would meet on a server that many applications share. */
function toSharedDatabase(
  environment: Environment,
  name: string,
  server: string,
) {
  const database = environment === 'prod' ? name : `${name}_${environment}`;
  return { server, name: database, user: database };
}

function toOwnDatabase(environment: Environment, name: string, slug: string) {
  return {
    dev: {
      name: limitIdentifier(`autodevops_${slug}`),
      user: limitIdentifier(`user_${slug}`),
    },
    preprod: { name: 'preprod', user: 'preprod' },
    prod: { name, user: name },
  }[environment];
}

/** Cuts before the hash at the end, which keeps long names apart. Slugs are ASCII. */
function limitIdentifier(identifier: string): string {
  if (identifier.length <= postgresIdentifierLimit) return identifier;
  const hash = identifier.slice(identifier.lastIndexOf('-'));
  return identifier.slice(0, postgresIdentifierLimit - hash.length) + hash;
}

/** Only letters and digits, as Azure wants names of servers and storage accounts. */
export function toCompactName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
