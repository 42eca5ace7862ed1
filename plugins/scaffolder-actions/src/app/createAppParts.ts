import { stringifyEntityRef } from '@backstage/catalog-model';
import { AppPartDefinitions, PartAction } from './appParts';

/** What an application can be made of, and what waits for what. */
export function createAppParts(
  actions: Record<
    | 'sentry'
    | 'matomo'
    | 'postgres'
    | 'blob'
    | 'repository'
    | 'mirror'
    | 'catalog',
    PartAction
  >,
): AppPartDefinitions {
  return {
    sentry: {
      description: 'A Sentry project, with its DSN sealed.',
      after: [],
      action: actions.sentry,
      toInput: ({ name, owner }) => ({ name, owner }),
    },
    matomo: {
      description: 'A Matomo site that counts visits in production.',
      after: [],
      action: actions.matomo,
      toInput: ({ name }, { environments }) => ({
        name,
        url: environments.prod.url,
      }),
    },
    postgres: {
      description: 'A Postgres database for each environment.',
      after: [],
      action: actions.postgres,
      toInput: ({ name, environments, extensions }) => ({
        name,
        environments,
        ...(extensions && { extensions }),
      }),
    },
    blob: {
      description: 'A private blob container for each environment.',
      after: [],
      action: actions.blob,
      toInput: ({ name, environments }) => ({ name, environments }),
    },
    repository: {
      description: 'A GitHub repository with the files of the workspace.',
      // Its first commit holds the sealed secrets and the numbers of the others.
      after: ['sentry', 'matomo', 'postgres', 'blob'],
      action: actions.repository,
      toInput: ({ name, owner, description, topics }) => ({
        name,
        owner,
        ...(description && { description }),
        ...(topics && { topics }),
      }),
    },
    mirror: {
      description: 'A GitLab project that mirrors the repository.',
      after: ['repository'],
      action: actions.mirror,
      toInput: ({ name }) => ({ name }),
    },
    catalog: {
      description: 'A component in the catalog, from catalog-info.yaml.',
      after: ['repository'],
      action: actions.catalog,
      toInput: ({ name }, { repositoryUrl }) => ({
        entityRef: stringifyEntityRef({ kind: 'component', name }),
        catalogInfoUrl: `${repositoryUrl}/blob/main/catalog-info.yaml`,
      }),
    },
  };
}
