import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { FetchApi } from '@backstage/frontend-plugin-api';
import {
  EntityOverview,
  Environment,
  FleetPage,
  FleetQuery,
  toFleetParameters,
  TransverseServicesAnswer,
  GitlabMirrorRun,
  ListedResource,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { FabriqueApi, ListedApproval, NameAvailability } from './FabriqueApi';

const encode = encodeURIComponent;

function toEntityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/v1/entities/${[kind, namespace, name].map(encode).join('/')}`;
}

/** Speaks to the Fabrique backend with the reader's own credentials. */
export class FabriqueClient implements FabriqueApi {
  constructor(private readonly fetchApi: FetchApi) {}

  async getOverview(
    entityRef: string,
    environment: Environment,
    options: { branch?: string; signal?: AbortSignal } = {},
  ): Promise<EntityOverview> {
    const { branch, signal } = options;
    const query = new URLSearchParams({
      environment,
      ...(branch && { branch }),
    });
    return this.read(`${toEntityPath(entityRef)}/overview?${query}`, signal);
  }

  async getFleet(
    query: FleetQuery,
    options: { signal?: AbortSignal } = {},
  ): Promise<FleetPage> {
    return this.read(`/v1/fleet?${toFleetParameters(query)}`, options.signal);
  }

  async getFleetCsv(query: FleetQuery): Promise<Blob> {
    const response = await this.fetch(
      `/v1/fleet.csv?${toFleetParameters(query)}`,
    );
    return response.blob();
  }

  async getTransverseServices(
    options: { signal?: AbortSignal } = {},
  ): Promise<TransverseServicesAnswer> {
    return this.read('/v1/services', options.signal);
  }

  async getConnectedServices(
    options: { signal?: AbortSignal } = {},
  ): Promise<string[]> {
    const { services } = await this.read<{ services: string[] }>(
      '/v1/connections',
      options.signal,
    );
    return services;
  }

  async getNameAvailability(
    name: string,
    options: { owner?: string; signal?: AbortSignal } = {},
  ): Promise<NameAvailability> {
    const { owner, signal } = options;
    const query = owner ? `?${new URLSearchParams({ owner })}` : '';
    return this.read(`/v1/names/${encode(name)}/availability${query}`, signal);
  }

  async getResources(
    entityRef: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<{ application: string; entries: ListedResource[] }> {
    return this.read(`${toEntityPath(entityRef)}/resources`, options.signal);
  }

  async listApprovals(
    options: { signal?: AbortSignal } = {},
  ): Promise<ListedApproval[]> {
    const { approvals } = await this.read<{ approvals: ListedApproval[] }>(
      '/v1/approvals',
      options.signal,
    );
    return approvals;
  }

  async decideApproval(
    id: string,
    decision: { state: 'approved' } | { state: 'refused'; reason: string },
  ): Promise<void> {
    await this.fetch(`/v1/approvals/${encode(id)}/decision`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(decision),
    });
  }

  async runGitlabMirror(entityRef: string): Promise<GitlabMirrorRun> {
    const path = `${toEntityPath(entityRef)}/gitlab-mirror/run`;
    return (await this.fetch(path, { method: 'POST' })).json();
  }

  private async read<T>(path: string, signal?: AbortSignal): Promise<T> {
    return (await this.fetch(path, { signal })).json();
  }

  private async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await this.fetchApi.fetch(
      `plugin://fabrique${path}`,
      init,
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}
