import { spawn } from 'child_process';
import { IncomingMessage, ServerResponse } from 'http';
import { GitRepository } from './GitRepository';
import { gitEnvironment } from './runGit';

/** What one request wants of a repository. */
export interface GitRequest {
  /** Folder of the bare repository. */
  repository: GitRepository;
  /** `info/refs`, `git-upload-pack`, `git-receive-pack`. */
  service: string;
  /** Name of the person who pushes; absent for those who may only read. */
  user?: string;
  /** Called once branches or tags have changed, before the client hears of it. */
  onPushed(): Promise<void>;
}

const refsOf = async (repository: GitRepository) =>
  JSON.stringify(await repository.allRefs());

/** Takes the CGI header apart: `Status:` is the status, the rest are headers. */
function applyCgiHeader(header: string, response: ServerResponse): void {
  for (const line of header.split(/\r?\n/)) {
    const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    if (name?.toLowerCase() === 'status') {
      response.statusCode = Number(value.split(' ')[0]);
    } else if (name) {
      response.setHeader(name, value);
    }
  }
}

/** Speaks git's smart HTTP protocol for one bare repository: `git http-backend` as a CGI program. */
export async function serveGit(
  request: IncomingMessage,
  response: ServerResponse,
  wanted: GitRequest,
): Promise<void> {
  const { repository, service, user } = wanted;
  const isPush = service === 'git-receive-pack';
  const before = isPush ? await refsOf(repository) : '';
  const child = spawn('git', ['http-backend'], {
    env: {
      ...gitEnvironment,
      GIT_PROJECT_ROOT: repository.directory,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${service}`,
      QUERY_STRING: new URL(request.url ?? '/', 'http://git').search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_ADDR: '127.0.0.1',
      ...(user ? { REMOTE_USER: user } : {}),
    },
  });
  response.on('close', () => child.kill());
  child.stdin.on('error', () => undefined); // it may refuse before it has read everything
  request.pipe(child.stdin);

  let header: Buffer | undefined = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    if (!header) {
      if (!response.write(chunk)) child.stdout.pause();
      return;
    }
    header = Buffer.concat([header, chunk]);
    const end = header.indexOf('\r\n\r\n');
    if (end < 0) return;
    applyCgiHeader(header.toString('latin1', 0, end), response);
    const body = header.subarray(end + 4);
    header = undefined;
    if (body.length > 0) response.write(body);
  });
  response.on('drain', () => child.stdout.resume());

  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  if (header) response.statusCode = 500;
  if (isPush && (await refsOf(repository)) !== before) {
    await repository.repairDefaultBranch();
    await wanted.onPushed();
  }
  response.end();
}
