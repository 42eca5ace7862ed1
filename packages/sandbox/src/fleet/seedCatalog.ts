import { stringify } from 'yaml';
import { fleet, FleetApp, teams } from './fleet';
import {
  environments,
  hasPublicContainer,
  publicContainer,
  toAzureNames,
} from './azureNames';
import { people } from './seedPeople';

const organization = 'SocialGouv';

const titles: Record<string, string> = {
  cdtn: 'Code du travail numérique',
  fabrique: 'Socle de la Fabrique',
  sre: 'SRE',
};

const titleOf = (name: string) =>
  titles[name] ?? fleet.find(app => app.name === name)?.title ?? name;

/** Sites are those that people visit; the rest are services. */
const isWebsite = (app: FleetApp) => app.matomoSiteId !== undefined;

/** `catalog-info.yaml` of an application, linked to every service that it has. */
export function toCatalogInfo(app: FleetApp, githubUrl: string): string {
  const slug = `${organization}/${app.name}`;
  return stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: app.name,
      title: app.title,
      description: app.description,
      annotations: {
        'backstage.io/source-location': `url:${githubUrl}/${slug}/tree/main/`,
        'github.com/project-slug': slug,
        'gitlab.com/project-slug': slug,
        'backstage.io/kubernetes-id': app.name,
        'backstage.io/kubernetes-label-selector': `owner=${app.name}`,
        // UppTime does not watch itself.
        ...(app.name !== 'upptime' && {
          'fabrique.social.gouv.fr/upptime-url': `https://${app.host}`,
        }),
        ...(app.sentryProject && {
          'sentry.io/project-slug': `incubateur/${app.sentryProject}`,
        }),
        ...(app.matomoSiteId !== undefined && {
          'matomo.io/site-id': String(app.matomoSiteId),
        }),
        ...(app.grafana && { 'grafana/dashboard-selector': app.name }),
        ...(app.tipimailSender && {
          'fabrique.social.gouv.fr/tipimail-senders': app.tipimailSender,
        }),
        ...toAzureAnnotations(app),
        ...(app.nextcloudFolder && {
          'fabrique.social.gouv.fr/nextcloud-folder': app.nextcloudFolder,
        }),
        ...(app.mailboxes && {
          'fabrique.social.gouv.fr/mailboxes': app.mailboxes.join(','),
        }),
      },
      links: [{ url: `https://${app.host}`, title: 'Site', icon: 'web' }],
      tags: ['typescript', app.team],
    },
    spec: {
      type: isWebsite(app) ? 'website' : 'service',
      lifecycle: app.lifecycle,
      owner: `group:default/${app.team}`,
      system: app.system,
    },
  });
}

/** Databases and containers of the naming rules need none. */
function toAzureAnnotations(app: FleetApp): Record<string, string> {
  const own = 'fabrique.social.gouv.fr';
  const declared = hasPublicContainer(app) && {
    [`${own}/azure-storage-public-containers.prod`]: publicContainer,
  };
  if (app.database !== 'dedicated') return { ...declared };
  const [dev, preprod, prod] = environments.map(
    environment => toAzureNames(app, environment).database,
  );
  return {
    ...declared,
    [`${own}/azure-pg-server`]: dev.server,
    [`${own}/azure-pg-server.prod`]: prod.server,
    [`${own}/azure-pg-database.dev`]: dev.name,
    [`${own}/azure-pg-database.preprod`]: preprod.name,
    [`${own}/azure-pg-database.prod`]: prod.name,
  };
}

const toDocuments = (documents: object[]) =>
  documents.map(document => stringify(document)).join('---\n');

/** Files of the repository that the portal's catalog starts from. */
export function toCatalogFiles(githubUrl: string): Record<string, string> {
  const systems = [...new Set(fleet.map(({ system }) => system))];
  return {
    'README.md':
      '# Catalogue de la Fabrique\n\nÉquipes, personnes, produits et applications que le portail présente.\n',
    'all.yaml': stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Location',
      metadata: {
        name: 'fabrique',
        description: 'Équipes, produits et applications de la Fabrique',
      },
      spec: {
        type: 'url',
        targets: [
          './org.yaml',
          './systems.yaml',
          ...fleet.map(
            ({ name }) =>
              `${githubUrl}/${organization}/${name}/blob/main/catalog-info.yaml`,
          ),
        ],
      },
    }),
    'org.yaml': toDocuments([
      ...teams.map(team => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: team, title: titleOf(team) },
        spec: {
          type: 'team',
          profile: { displayName: titleOf(team) },
          children: [],
        },
      })),
      ...people.map(({ name, displayName, email, teams: memberOf }) => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'User',
        metadata: { name },
        spec: { profile: { displayName, email }, memberOf },
      })),
    ]),
    'systems.yaml': toDocuments([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Domain',
        metadata: {
          name: 'ministeres-sociaux',
          title: 'Ministères sociaux',
          description: 'Travail, santé et solidarités',
        },
        spec: { owner: 'group:default/sre' },
      },
      ...systems.map(system => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: { name: system, title: titleOf(system) },
        spec: {
          owner: `group:default/${
            fleet.find(app => app.system === system)?.team
          }`,
          domain: 'ministeres-sociaux',
        },
      })),
    ]),
  };
}
