import { z } from 'zod/v4';
import { UpstreamClient, UpstreamQuery } from '../upstream';
import { GitlabRequest } from './GitlabApi';

interface RequestOptions {
  body?: unknown;
  searchParams?: Record<string, unknown>;
}

interface Answer {
  // Gitbeaker says of the body what its caller hopes; `GitlabApi.call` checks it.
  body: any;
  headers: Record<string, string>;
  status: number;
}

type Send = (endpoint: string, options?: RequestOptions) => Promise<Answer>;

/**
 * How `@gitbeaker/rest` sends requests.
 *
 * @public
 */
export type GitlabRequester = Record<
  'get' | 'post' | 'put' | 'patch' | 'delete',
  Send
>;

/** Makes Gitbeaker's requests go through the upstream client. */
export function createGitlabRequester(
  http: UpstreamClient,
  { name, idempotent, signal }: GitlabRequest,
): GitlabRequester {
  const to =
    (method: 'GET' | 'POST' | 'PUT' | 'PATCH'): Send =>
    async (endpoint, { body, searchParams } = {}) => {
      const answer = await http.requestJson(`/${endpoint}`, z.unknown(), {
        operation: name,
        method,
        query: toQuery(searchParams),
        json: method === 'GET' ? undefined : withSnakeKeys(body ?? {}),
        idempotent,
        signal,
      });
      return toAnswer(answer);
    };
  return {
    get: to('GET'),
    post: to('POST'),
    put: to('PUT'),
    patch: to('PATCH'),
    delete: async (endpoint, { searchParams } = {}) => {
      const { headers } = await http.requestText(`/${endpoint}`, {
        operation: name,
        method: 'DELETE',
        query: toQuery(searchParams),
        signal,
      });
      return toAnswer({ body: undefined, headers });
    },
  };
}

function toAnswer(answer: { body: unknown; headers: Headers }): Answer {
  return {
    body: answer.body,
    headers: Object.fromEntries(answer.headers),
    status: 200,
  };
}

function toQuery(params: Record<string, unknown> = {}): UpstreamQuery {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) =>
      Array.isArray(value)
        ? [`${toSnake(key)}[]`, value.map(String)]
        : [toSnake(key), value === undefined ? undefined : String(value)],
    ),
  );
}

/** Gitbeaker names what GitLab calls `per_page` `perPage`. Values, and keys within lists, are GitLab's own. */
function withSnakeKeys(body: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [toSnake(key), value]),
  );
}

function toSnake(key: string): string {
  return key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}
