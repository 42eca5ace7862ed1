import { Environment } from '../environment';

/**
 * The two generations of conventions: GitLab and Azure, or GitHub Actions, kontinuous and OVH.
 *
 * @public
 */
export type NamesPreset = 'gen1-azure' | 'gen2-ovh';

/** @public */
export const namesPresets: readonly NamesPreset[] = ['gen1-azure', 'gen2-ovh'];

/**
 * What of the conventions differs between portals. Everything has a default in its preset.
 *
 * @public
 */
export interface NamingRules {
  preset: NamesPreset;
  /** Kubernetes cluster of each environment. */
  clusters: Record<Environment, string>;
  /** Domain below which each environment has its hosts. */
  baseDomains: Record<Environment, string>;
  /** Organization of GitHub that owns the repositories. */
  githubOrganization: string;
  githubUrl: string;
  /** Group of GitLab that has the mirrors; undefined where there are no mirrors. */
  gitlabGroup?: string;
  gitlabUrl: string;
  sentryOrganization: string;
  sentryUrl: string;
  matomoUrl: string;
  /**
   * `shared`: the databases of many applications live side by side on the portal's servers.
   * `dedicated`: each application has servers of its own, named after it.
   */
  databaseServer: 'shared' | 'dedicated';
  /** The shared Azure servers. Preproduction lives on the one of development. */
  sharedServers: { dev: string; prod: string };
}

const fabrique = 'fabrique.social.gouv.fr';

const shared = {
  githubOrganization: 'SocialGouv',
  githubUrl: 'https://github.com',
  gitlabUrl: `https://gitlab.factory.social.gouv.fr`,
  sentryOrganization: 'incubateur',
  sentryUrl: `https://sentry.${fabrique}`,
  matomoUrl: `https://matomo.${fabrique}`,
  sharedServers: { dev: 'fabriquedevserver', prod: 'fabriqueprodserver' },
} satisfies Partial<NamingRules>;

const presets: Record<NamesPreset, NamingRules> = {
  'gen1-azure': {
    ...shared,
    preset: 'gen1-azure',
    clusters: { dev: 'dev2', preprod: 'dev2', prod: 'prod2' },
    baseDomains: {
      dev: `dev2.${fabrique}`,
      preprod: `dev2.${fabrique}`,
      prod: `prod2.${fabrique}`,
    },
    gitlabGroup: 'SocialGouv',
    databaseServer: 'shared',
  },
  'gen2-ovh': {
    ...shared,
    preset: 'gen2-ovh',
    clusters: { dev: 'ovh-dev', preprod: 'ovh-dev', prod: 'ovh-prod' },
    baseDomains: {
      dev: `ovh.${fabrique}`,
      preprod: `ovh.${fabrique}`,
      prod: fabrique,
    },
    // Each application has its own database cluster in its namespace.
    databaseServer: 'dedicated',
  },
};

/**
 * The rules of a preset, with what a portal sets otherwise. Undefined values leave the default.
 *
 * @public
 */
export function createNamingRules(
  preset: NamesPreset = 'gen1-azure',
  overrides: {
    [Key in keyof Omit<NamingRules, 'preset'>]?: NamingRules[Key] extends object
      ? { [Inner in keyof NamingRules[Key]]?: NamingRules[Key][Inner] }
      : NamingRules[Key];
  } = {},
): NamingRules {
  const rules: Record<string, unknown> = { ...presets[preset] };
  for (const [key, value] of Object.entries(overrides)) {
    if (value === undefined) continue;
    rules[key] =
      typeof value === 'object'
        ? { ...(rules[key] as object), ...withoutUndefined(value) }
        : value;
  }
  return rules as unknown as NamingRules;
}

function withoutUndefined(record: object): object {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  );
}
