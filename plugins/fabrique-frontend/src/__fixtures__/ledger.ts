import { ListedResource } from '@socialgouv/backstage-plugin-fabrique-common';
import { ListedApproval } from '../api/FabriqueApi';

const task = {
  taskId: '5b0e5a1c-3f0a-4a43-9d55-0c3f4e3a7a11',
  stepId: 'app',
  actionId: 'fabrique:app:ensure',
  templateRef: 'template:default/web-app',
  person: 'user:default/camille.martin',
};

/** What was made for DomiFa: a database, an adopted site, a request that is answered, and a container that is gone. */
export const ledgerEntries: ListedResource[] = [
  {
    id: '1',
    key: 'azure-postgres/fabriqueprodserver/domifa',
    type: 'postgres-database',
    title: 'database domifa on fabriqueprodserver',
    environment: 'prod',
    application: 'SocialGouv/domifa',
    ...task,
    verb: 'create',
    state: 'made',
    createdAt: '2026-11-19T10:00:00.000Z',
    madeAt: '2026-11-19T10:00:04.000Z',
  },
  {
    id: '2',
    key: 'matomo/https://domifa.fabrique.social.gouv.fr',
    type: 'matomo-site',
    title: 'site domifa',
    environment: 'prod',
    application: 'SocialGouv/domifa',
    ...task,
    verb: 'adopt',
    state: 'made',
    reference: 17,
    location: 'https://matomo.fabrique.social.gouv.fr/index.php?idSite=17',
    createdAt: '2026-11-19T10:00:00.000Z',
    madeAt: '2026-11-19T10:00:01.000Z',
  },
  {
    id: '4',
    key: 'github/SocialGouv/support/request/SocialGouv/domifa/Un quota plus grand',
    type: 'sre-request',
    title: 'request “Un quota plus grand”',
    application: 'SocialGouv/domifa',
    ...task,
    verb: 'create',
    state: 'made',
    reference: { number: 12, url: 'https://github.com/SocialGouv/support/issues/12' },
    location: 'https://github.com/SocialGouv/support/issues/12',
    createdAt: '2026-11-19T10:00:00.000Z',
    madeAt: '2026-11-19T10:00:01.000Z',
    request: { state: 'open', comments: 2, changedAt: '2026-11-19T12:00:00.000Z' },
  },
  {
    id: '3',
    key: 'azure-blob/domifaprod/domifa-prod',
    type: 'blob-container',
    title: 'container domifa-prod',
    environment: 'prod',
    application: 'SocialGouv/domifa',
    ...task,
    verb: 'create',
    state: 'removed',
    createdAt: '2026-11-19T10:00:00.000Z',
    madeAt: '2026-11-19T10:00:06.000Z',
    removedAt: '2026-11-19T11:00:00.000Z',
    removedBy: 'undo-task',
  },
];

/** One that the reader may decide, one that waits for others. */
export const approvals: ListedApproval[] = [
  {
    id: 'a',
    ...task,
    approvers: 'group:default/sre',
    plan: [
      {
        key: 'azure-postgres/domifaprodserver',
        type: 'postgres-server',
        title: 'Postgres server domifaprodserver',
        environment: 'prod',
        verb: 'create',
        detail: 'Standard_B2s',
      },
      {
        key: 'azure-postgres/domifaprodserver/firewall/cluster',
        title: 'firewall rule cluster of domifaprodserver',
        verb: 'create',
      },
      { key: 'sentry/domifa', title: 'team domifa', verb: 'nothing' },
    ],
    state: 'pending',
    requestedAt: '2026-11-19T10:00:00.000Z',
    mayDecide: true,
  },
  {
    id: 'b',
    ...task,
    approvers: 'group:default/security',
    plan: [{ key: 'k', title: 'vault domifa', verb: 'create' }],
    state: 'refused',
    requestedAt: '2026-11-18T10:00:00.000Z',
    decidedAt: '2026-11-18T12:00:00.000Z',
    decidedBy: 'user:default/lea.bernard',
    reason: 'Déjà demandé la semaine dernière',
    mayDecide: false,
  },
];
