import { IntegrationId } from '@socialgouv/backstage-plugin-fabrique-common';
import type { UpstreamId } from '@socialgouv/fabrique-sandbox';
import { Column, ColumnName, columns, retryAfterSeconds } from './columns';

/** The systems of the sandbox that a service asks, where it is not the one of the same name. */
const systems: Partial<Record<IntegrationId, UpstreamId[]>> = {
  kubernetes: ['kubernetes-prod'],
  'azure-postgres': ['azure'],
  'azure-blob': ['azure'],
};

/** Gives the systems of the sandbox that a service asks about production. */
export function toUpstreams(service: IntegrationId): UpstreamId[] {
  return systems[service] ?? [service as UpstreamId];
}

/** The system of the sandbox that gives a service its tokens, where that is another one. */
const signIns: Partial<Record<IntegrationId, UpstreamId>> = {
  office365: 'azure',
};

/** Gives the systems of the sandbox without which a service cannot answer. */
export function toNeededUpstreams(service: IntegrationId): UpstreamId[] {
  const signIn = signIns[service];
  return [...toUpstreams(service), ...(signIn ? [signIn] : [])];
}

/** Upstreams that say a failure in another way than by its HTTP status, or of which it means something else. */
const dialects: {
  [Id in IntegrationId]?: {
    [Name in ColumnName]?: Partial<Column> & { because: string };
  };
} = {
  kubernetes: {
    '404': {
      because: 'every cluster has the lists that are asked for',
      kind: 'invalid-response',
    },
    cut: {
      because:
        "the cluster's SDK does not notice that an answer ended too soon",
      kind: 'timeout',
      hangs: true,
    },
  },
  upptime: {
    '404': {
      because: 'one file tells of all sites, and it is not there',
      kind: 'invalid-response',
    },
  },
  grafana: {
    '404': {
      because: 'every Grafana has the lists that are asked for',
      kind: 'invalid-response',
    },
  },
  tipimail: {
    '404': {
      because: 'every account has the domains and counts that are asked for',
      kind: 'invalid-response',
    },
  },
  office365: {
    '404': {
      because: 'every directory has the list of groups',
      kind: 'invalid-response',
    },
  },
  github: {
    cut: {
      because: "GitHub's SDK gives an empty answer in place of half of one",
      kind: 'invalid-response',
    },
    '429': {
      because: 'GitHub says that its limit is reached with 403 and headers',
      fault: {
        kind: 'status',
        status: 403,
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(
            Math.round(Date.now() / 1000) + retryAfterSeconds,
          ),
        },
      },
    },
  },
  'azure-postgres': {
    '404': {
      because: 'every directory has a sign-in, and every group the lists',
      kind: 'invalid-response',
    },
  },
  'azure-blob': {
    '404': {
      because: 'every directory has a sign-in, and every group the lists',
      kind: 'invalid-response',
    },
  },
  matomo: {
    '401': {
      because: 'Matomo answers a page to a wrong token, whatever was asked',
      fault: { kind: 'html', status: 401 },
    },
    '403': {
      because: 'Matomo says it in words, with 200',
      fault: toRefusal(
        "You can't access this resource as it requires 'view' access for the website id = 17.",
      ),
    },
    '404': {
      because: 'Matomo says it in words, with 200',
      fault: toRefusal(
        "An unexpected website was found in the request: website id was set to '17' .",
      ),
    },
  },
};

function toRefusal(message: string): Column['fault'] {
  return { kind: 'status', status: 200, body: { result: 'error', message } };
}

/** How a failure looks that comes from the upstream of a service. */
export function toColumn(
  service: IntegrationId,
  name: ColumnName,
): Column & { because?: string } {
  return { ...columns[name], ...dialects[service]?.[name] };
}
