import {
  ErrorRequestHandler,
  Request,
  RequestHandler,
  Response,
} from 'express';
import { randomBytes } from 'crypto';
import { z } from 'zod/v4';
import type { GithubState, RepositoryDocument } from './githubState';

const documentationUrl = 'https://docs.github.com/rest';

/** The token that this GitHub takes. */
export const githubToken = 'sandbox-github-token';

/** Account of that token. */
export const githubTokenLogin = 'socialgroovybot';

/** An answer other than success, with GitHub's own body. */
export class GithubProblem extends Error {
  readonly status: number;
  readonly errors?: object[];

  constructor(status: number, message: string, errors?: object[]) {
    super(message);
    this.name = 'GithubProblem';
    this.status = status;
    this.errors = errors;
  }
}

/** 404, as GitHub says it of everything that is not there or not to be seen. */
export const notFound = () => new GithubProblem(404, 'Not Found');

/** Turns an async function into a handler whose failure reaches the error handler. */
export function handle(
  work: (request: Request, response: Response) => Promise<unknown>,
): RequestHandler {
  return (request, response, next) => {
    work(request, response).catch(next);
  };
}

function toSecret(authorization: string): string {
  const [scheme, value = ''] = authorization.split(/ +/);
  if (scheme.toLowerCase() !== 'basic') return value;
  const [user, ...password] = Buffer.from(value, 'base64')
    .toString('utf8')
    .split(':');
  return password.join(':') || user;
}

/** Whether a request carries the token: `undefined` without credentials, `false` for wrong ones. */
export function readGithubToken(request: Request): boolean | undefined {
  const { authorization } = request.headers;
  return authorization ? toSecret(authorization) === githubToken : undefined;
}

/** Refuses wrong tokens, lets the anonymous read only, and counts requests as GitHub does. */
export function createGithubGate(now: () => Date): RequestHandler {
  let used = 0;
  let resetAt = 0;
  return (request, response, next) => {
    const seconds = Math.floor(now().getTime() / 1000);
    if (seconds >= resetAt) {
      used = 0;
      resetAt = seconds + 3600;
    }
    used += 1;
    const limit = 15000;
    response.set({
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - used)),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(resetAt),
      'x-ratelimit-resource': 'core',
      'x-github-media-type': 'github.v3; format=json',
      'x-github-enterprise-version': 'enterprise-server@3.14.0',
      'x-github-request-id': randomBytes(8).toString('hex').toUpperCase(),
    });
    const authenticated = readGithubToken(request);
    if (authenticated === false) {
      throw new GithubProblem(401, 'Bad credentials');
    }
    if (!authenticated && request.method !== 'GET') {
      throw new GithubProblem(401, 'Requires authentication');
    }
    // Clients that send `If-None-Match` often add it, and GitHub answers 304 all the same.
    delete request.headers['cache-control'];
    response.locals.authenticated = authenticated === true;
    if (authenticated) response.set('x-oauth-scopes', 'admin:org, repo');
    next();
  };
}

/** Reads a request body, or answers 422 as GitHub does. */
export function readBody<T>(schema: z.ZodType<T>, request: Request): T {
  const parsed = schema.safeParse(request.body ?? {});
  if (parsed.success) return parsed.data;
  throw new GithubProblem(
    422,
    'Invalid request.',
    parsed.error.issues.map(issue => ({
      code: 'invalid',
      field: issue.path.join('.'),
      message: issue.message,
    })),
  );
}

/** The repository of `:owner/:repo`; private ones are absent for the anonymous. */
export function findRepository(
  state: GithubState,
  request: Request,
  response: Response,
): RepositoryDocument {
  const { owner, repo } = request.params;
  const repository = state.find(owner, repo);
  const hidden =
    repository?.visibility !== 'public' && !response.locals.authenticated;
  // Its folder is missing while it is being made or removed.
  if (!repository || hidden || !state.git(repository).exists()) {
    throw notFound();
  }
  return repository;
}

/** Page and size that a request asks for. */
export function readPage(request: Request): { page: number; perPage: number } {
  const number = (value: unknown, fallback: number) =>
    Math.max(1, Math.floor(Number(value ?? fallback)) || fallback);
  return {
    page: number(request.query.page, 1),
    perPage: Math.min(100, number(request.query.per_page, 30)),
  };
}

/** Announces the pages before and after in `Link`, when there is more than one. */
export function setLink(
  state: GithubState,
  request: Request,
  response: Response,
  total: number,
): void {
  const { page, perPage } = readPage(request);
  const last = Math.max(1, Math.ceil(total / perPage));
  const link = (rel: string, target: number) => {
    const url = new URL(`${state.context.urls.github}${request.originalUrl}`);
    url.searchParams.set('page', String(target));
    return `<${url}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link('prev', page - 1)] : []),
    ...(page < last ? [link('next', page + 1), link('last', last)] : []),
    ...(page > 1 ? [link('first', 1)] : []),
  ];
  if (links.length > 0) response.set('link', links.join(', '));
}

/** One page of a list, with `Link`. */
export function paginate<T>(
  state: GithubState,
  request: Request,
  response: Response,
  items: T[],
): T[] {
  const { page, perPage } = readPage(request);
  setLink(state, request, response, items.length);
  return items.slice((page - 1) * perPage, page * perPage);
}

/** Answers errors with GitHub's body. */
export function createGithubErrorHandler(
  log: (line: string) => void,
): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const isBadJson = error instanceof SyntaxError && 'body' in error;
    const problem = isBadJson
      ? new GithubProblem(400, 'Problems parsing JSON')
      : error;
    if (problem instanceof GithubProblem) {
      response.status(problem.status).json({
        message: problem.message,
        ...(problem.errors ? { errors: problem.errors } : {}),
        documentation_url: documentationUrl,
        status: String(problem.status),
      });
      return;
    }
    log(`github: ${error instanceof Error ? error.stack : error}`);
    response.status(500).json({ message: 'Server Error', status: '500' });
  };
}
