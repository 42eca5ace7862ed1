/** One place in an action at which an upstream can fail. */
export interface UpstreamCall {
  /** Id of the system in the sandbox. */
  upstream: string;
  /** The request, with the name of the application and ids taken out. */
  title: string;
  /** For HTTP. */
  method?: string;
  /** Path as a regular expression; `<name>` stands for the application. */
  path?: string;
  /** So many of the same came before it. */
  after: number;
}

/** By the last two digits of the sandbox's ports. */
const upstreams: Record<string, string> = {
  '01': 'github',
  '02': 'gitlab',
  '03': 'azure',
  '04': 'kubernetes-dev',
  '05': 'kubernetes-prod',
  '06': 'sentry',
  '07': 'matomo',
  '08': 'grafana',
  '09': 'blob',
  '11': 'upptime',
  '12': 'tipimail',
  '13': 'nextcloud',
  '14': 'office365',
};

/**
 * The calls of an action that differ: of those that are the same but for ids and the moment, the first and the
 * last.
 *
 * @param ports - `prefix` of the sandbox, and of the portal's `backend` with its ledger and catalog
 */
export function toUpstreamCalls(
  calls: readonly string[],
  ports: { prefix: number; backend: number },
  name: RegExp,
): UpstreamCall[] {
  const same = new Map<string, UpstreamCall[]>();
  for (const call of calls) {
    const parsed = parse(call, ports, name);
    if (!parsed) continue;
    const title = `${parsed.upstream} ${parsed.title}`;
    const group = same.get(title) ?? [];
    group.push({ ...parsed, after: group.length });
    same.set(title, group);
  }
  return [...same.values()].flatMap(group =>
    // What Matomo is asked stands in the body.
    group.length > 1 && !group[0].path?.includes('index\\.php')
      ? [group[0], group.at(-1)!]
      : group,
  );
}

function findUpstream(
  port: string | undefined,
  path: string | undefined,
  ports: { prefix: number; backend: number },
): string | undefined {
  if (port === String(ports.backend)) {
    return path?.startsWith('/api/catalog') ? 'catalog' : 'ledger';
  }
  return port?.slice(0, 2) === String(ports.prefix)
    ? upstreams[port.slice(2)]
    : undefined;
}

function parse(
  call: string,
  ports: { prefix: number; backend: number },
  name: RegExp,
): Omit<UpstreamCall, 'after'> | undefined {
  const [method, rest] = call.split(/ (.*)/);
  if (method === 'postgres') return { upstream: 'postgres', title: rest };
  const [, port, path] = /^:(\d+)(\/.*)$/.exec(rest) ?? [];
  const upstream = findUpstream(port, path, ports);
  if (!upstream) return undefined;
  const general = path
    .replace(new RegExp(name, 'g'), '<name>')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
    .replace(/\b[0-9a-f]{40}\b/g, '<sha>')
    .replace(/\/\d+(?=\/|$)/g, '/<n>');
  return {
    upstream,
    method,
    title: `${method} ${general}`,
    path: `^${general
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/<id>/g, '[0-9a-f-]{36}')
      .replace(/<sha>/g, '[0-9a-f]{40}')
      .replace(/<n>/g, '\\d+')}(\\?|$)`,
  };
}
