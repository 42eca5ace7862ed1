import { randomBytes } from 'crypto';
import {
  ErrorRequestHandler,
  Request,
  RequestHandler,
  Response,
} from 'express';
import { z } from 'zod/v4';
import { GitlabState, ProjectDocument } from './gitlabState';

/** The token that this GitLab takes. */
export const gitlabToken = 'sandbox-gitlab-token';

/** An answer other than success, with GitLab's own body. */
export class GitlabProblem extends Error {
  readonly status: number;
  readonly body: object;

  constructor(status: number, body: string | object) {
    super(typeof body === 'string' ? body : JSON.stringify(body));
    this.name = 'GitlabProblem';
    this.status = status;
    this.body =
      typeof body === 'string' ? { message: `${status} ${body}` } : body;
  }
}

/** 404: `404 Project Not Found`. */
export const notFound = (what?: string) =>
  new GitlabProblem(404, what ? `${what} Not Found` : 'Not Found');

/** Turns an async function into a handler whose failure reaches the error handler. */
export function handle(
  work: (request: Request, response: Response) => Promise<unknown>,
): RequestHandler {
  return (request, response, next) => {
    work(request, response).catch(next);
  };
}

/** Whether a request carries the token: `undefined` without credentials, `false` for wrong ones. */
export function readGitlabToken(request: Request): boolean | undefined {
  const { authorization } = request.headers;
  const [scheme, value = ''] = (authorization ?? '').split(/ +/);
  const secrets = [
    request.headers['private-token'],
    request.headers['job-token'],
    request.query.private_token,
    ...(/^bearer$/i.test(scheme) ? [value] : []),
    ...(/^basic$/i.test(scheme)
      ? [
          Buffer.from(value, 'base64')
            .toString('utf8')
            .replace(/^[^:]*:/, ''),
        ]
      : []),
  ].filter(secret => typeof secret === 'string' && secret !== '');
  return secrets.length > 0 ? secrets.includes(gitlabToken) : undefined;
}

/** Refuses wrong tokens, and lets the anonymous read only. */
export const gitlabGate: RequestHandler = (request, response, next) => {
  response.set({
    'x-request-id': randomBytes(13).toString('hex').toUpperCase(),
    'x-gitlab-meta': '{"version":"1"}',
    'cache-control': 'max-age=0, private, must-revalidate',
    'ratelimit-limit': '2000',
    'ratelimit-remaining': '1999',
    vary: 'Origin',
  });
  const authenticated = readGitlabToken(request);
  if (authenticated === false || (!authenticated && request.method !== 'GET')) {
    throw new GitlabProblem(401, 'Unauthorized');
  }
  // Clients that send `If-None-Match` often add it, and GitLab answers 304 all the same.
  delete request.headers['cache-control'];
  response.locals.authenticated = authenticated === true;
  next();
};

/** Refuses the anonymous. */
export function requireToken(response: Response): void {
  if (!response.locals.authenticated) {
    throw new GitlabProblem(401, 'Unauthorized');
  }
}

/** The project of `:id`, a number or an encoded path; the anonymous see public ones only. */
export function findProject(
  state: GitlabState,
  request: Request,
  response: Response,
): ProjectDocument {
  const project = state.findProject(request.params.id);
  const isHidden =
    project?.visibility !== 'public' && !response.locals.authenticated;
  if (!project || isHidden) throw notFound('Project');
  return project;
}

/** Reads a request body, or answers 400 as GitLab does. */
export function readBody<T>(schema: z.ZodType<T>, request: Request): T {
  const parsed = schema.safeParse(request.body ?? {});
  if (parsed.success) return parsed.data;
  throw new GitlabProblem(400, {
    error: parsed.error.issues
      .map(issue => {
        const field = issue.path.join('[');
        const isMissing =
          issue.code === 'invalid_type' && issue.message.includes('undefined');
        return `${field} is ${isMissing ? 'missing' : 'invalid'}`;
      })
      .join(', '),
  });
}

/** Text of a query parameter. */
export function readQuery(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const toNumber = (value: string | undefined, fallback: number) =>
  Math.max(1, Math.floor(Number(value ?? fallback)) || fallback);

/** One page of a list, with GitLab's headers: numbered pages, or keyset where asked for. */
export function paginate<T extends object>(
  state: GitlabState,
  request: Request,
  response: Response,
  items: T[],
): T[] {
  const perPage = Math.min(100, toNumber(readQuery(request, 'per_page'), 20));
  const link = (rel: string, changes: Record<string, string>) => {
    const url = new URL(`${state.url}${request.originalUrl}`);
    for (const [name, value] of Object.entries(changes)) {
      url.searchParams.set(name, value);
    }
    return `<${url}>; rel="${rel}"`;
  };
  if (readQuery(request, 'pagination') === 'keyset') {
    const idOf = (item: T) => Number('id' in item ? item.id : 0);
    const isAscending = readQuery(request, 'sort') === 'asc';
    const marker = isAscending ? 'id_after' : 'id_before';
    const from = Number(readQuery(request, marker) ?? Number.NaN);
    const rest = [...items]
      .sort((a, b) => (isAscending ? 1 : -1) * (idOf(a) - idOf(b)))
      .filter(
        item =>
          Number.isNaN(from) ||
          (isAscending ? idOf(item) > from : idOf(item) < from),
      );
    const page = rest.slice(0, perPage);
    if (page.length < rest.length) {
      const last = String(idOf(page[page.length - 1]));
      response.set('link', link('next', { [marker]: last }));
    }
    return page;
  }
  const page = toNumber(readQuery(request, 'page'), 1);
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  response.set({
    'x-page': String(page),
    'x-per-page': String(perPage),
    'x-total': String(items.length),
    'x-total-pages': String(pages),
    'x-next-page': page < pages ? String(page + 1) : '',
    'x-prev-page': page > 1 ? String(page - 1) : '',
    link: [
      ...(page > 1 ? [link('prev', { page: String(page - 1) })] : []),
      ...(page < pages ? [link('next', { page: String(page + 1) })] : []),
      link('first', { page: '1' }),
      link('last', { page: String(pages) }),
    ].join(', '),
  });
  return items.slice((page - 1) * perPage, page * perPage);
}

/** Answers errors with GitLab's body. */
export function createGitlabErrorHandler(
  log: (line: string) => void,
): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (error instanceof GitlabProblem) {
      response.status(error.status).json(error.body);
      return;
    }
    if (error instanceof SyntaxError && 'body' in error) {
      response.status(400).json({
        message: '400 Bad request - The request body is not valid JSON',
      });
      return;
    }
    log(`gitlab: ${error instanceof Error ? error.stack : error}`);
    response.status(500).json({ message: '500 Internal Server Error' });
  };
}
