import { FleetApp } from './fleet';

/** The environments of every application. */
export const environments = ['dev', 'preprod', 'prod'] as const;
export type FleetEnvironment = (typeof environments)[number];

/** The Postgres servers that applications share. */
export const sharedServers = {
  dev: 'fabriquedevserver',
  prod: 'fabriqueprodserver',
} as const;

/** How the databases of a seeded application are called in Azure, by the Fabrique's conventions. */
export function toAzureNames(app: FleetApp, environment: FleetEnvironment) {
  const stage = environment === 'prod' ? 'prod' : 'dev';
  const compact = app.name.replaceAll('-', '');
  const shared =
    environment === 'prod' ? app.name : `${app.name}_${environment}`;
  const own = { dev: 'autodevops_main', preprod: 'preprod', prod: app.name };
  return {
    stage,
    storage: {
      account: `${compact}${stage}`,
      container: `${app.name}-${environment}`,
    },
    database:
      app.database === 'dedicated'
        ? { server: `${compact}${stage}server`, name: own[environment] }
        : { server: sharedServers[stage], name: shared },
  } as const;
}

/** The container of those applications that show files to everybody, on purpose. */
export const publicContainer = 'medias';
export const hasPublicContainer = (app: FleetApp) => app.name === 'egapro';
