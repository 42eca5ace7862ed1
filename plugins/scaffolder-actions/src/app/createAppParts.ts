import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { mirrorMode } from '../integrations/gitlab/createGitlabMirrorEnsureAction';
import { AppPartDefinitions, AppWants, PartAction } from './appParts';

/** The workflow that pushes is part of the first commit; a project that pulls needs that commit. */
const isPushed = ({ mirror }: AppWants) =>
  typeof mirror === 'object' && mirror.mode === 'push';

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
      // Its first commit holds the sealed secrets of the others, and what links their cards to it.
      after: wants => [
        'sentry',
        'matomo',
        'grafana',
        'upptime',
        'postgres',
        'blob',
        'senderDomain',
        'mail',
        'folder',
        'mailbox',
        ...(isPushed(wants) ? ['mirror'] : []),
      ],
      action: actions.repository,
      toInput: ({ name, owner, description, topics }) => ({
        name,
        owner,
        ...(description && { description }),
        ...(topics && { topics }),
      }),
    },
    mirror: {
      description:
        'A GitLab project that mirrors the repository: it pulls, or GitHub Actions push to it and prune it.',
      options: z => z.object({ mode: mirrorMode(z) }).strict(),
      after: wants => (isPushed(wants) ? [] : ['repository']),
      action: actions.mirror,
      toInput: ({ name }, _names, options) => ({ name, ...options }),
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
