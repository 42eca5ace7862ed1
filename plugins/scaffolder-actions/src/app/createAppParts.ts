import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { AppPartDefinitions, PartAction } from './appParts';

const toGroup = { defaultKind: 'group', defaultNamespace: 'default' };

/** What an application can be made of, and what waits for what. */
export function createAppParts(
  actions: Record<
    | 'sentry'
    | 'matomo'
    | 'grafana'
    | 'upptime'
    | 'postgres'
    | 'blob'
    | 'repository'
    | 'mirror'
    | 'catalog'
    | 'senderDomain'
    | 'mail'
    | 'folder'
    | 'mailbox',
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
      toInput: ({ name, url }, { environments }) => ({
        name,
        url: url ?? environments.prod.url,
      }),
    },
    grafana: {
      description: 'A Grafana folder with a first dashboard.',
      after: [],
      action: actions.grafana,
      toInput: ({ name }) => ({ name }),
    },
    upptime: {
      description:
        'A pull request that has UppTime watch the address of production.',
      after: [],
      action: actions.upptime,
      toInput: ({ name, url }, { environments }) => ({
        name,
        url: url ?? environments.prod.url,
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
    senderDomain: {
      description: 'A domain from which messages are sent through Tipimail.',
      after: [],
      action: actions.senderDomain,
      toInput: ({ name }) => ({ name }),
    },
    mail: {
      description:
        'A Tipimail key for each environment that sends messages, sealed.',
      after: ['senderDomain'],
      action: actions.mail,
      toInput: ({ name, environments }) => ({ name, environments }),
    },
    folder: {
      description: 'A folder on NextCloud, shared with the team.',
      after: [],
      action: actions.folder,
      toInput: ({ name, owner }) => ({
        name,
        groups: [parseEntityRef(owner, toGroup).name],
      }),
    },
    mailbox: {
      description:
        'A mailbox in Office 365, owned by whoever runs the template or by `contacts`.',
      after: [],
      action: actions.mailbox,
      toInput: ({ name, contacts }) => ({
        name,
        ...(contacts && { owners: contacts }),
      }),
    },
    repository: {
      description: 'A GitHub repository with the files of the workspace.',
      // Its first commit holds the sealed secrets and the numbers of the others.
      after: ['sentry', 'matomo', 'postgres', 'blob', 'mail'],
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
