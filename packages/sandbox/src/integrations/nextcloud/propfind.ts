import {
  accountQuotaBytes,
  nextcloudAccount,
  NextcloudNode,
  NextcloudState,
} from './NextcloudState';

/** Properties, by the name that they have with the prefixes of this server. */
type Properties = Record<string, string | undefined>;

const byDefault = [
  'd:getlastmodified',
  'd:resourcetype',
  'd:getetag',
  'd:getcontentlength',
  'd:quota-used-bytes',
  'd:quota-available-bytes',
];

/** Where properties stand that the portal writes; NextCloud keeps those of any namespace. */
const customNamespace = 'https://fabrique.social.gouv.fr/ns';

/** Reads the properties of a PROPPATCH that sets some. */
export function parseProperties(body: string): Record<string, string> {
  const set = /<(?:\w+:)?set>([\s\S]*)<\/(?:\w+:)?set>/.exec(body)?.[1] ?? '';
  return Object.fromEntries(
    [...set.matchAll(/<f:([\w-]+)>([^<]*)<\/f:\1>/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
}

/** Answers PROPPATCH: every property was taken. */
export function toTaken(node: NextcloudNode, names: string[]): string {
  const properties = names.map(name => `<f:${name}/>`).join('');
  return toXml(
    'd:multistatus',
    `<d:response><d:href>${escapeXml(
      toHref(node),
    )}</d:href><d:propstat><d:prop>${properties}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`,
  );
}

/** Answers PROPFIND as NextCloud does: what a thing has not stands in a part of its own. */
export function toMultistatus(
  state: NextcloudState,
  nodes: NextcloudNode[],
  body: string,
): string {
  return toXml(
    'd:multistatus',
    nodes
      .map(node => toResponse(node, toProperties(state, node), body))
      .join(''),
  );
}

/** An error as NextCloud's WebDAV writes it. */
export function toDavError(exception: string, message: string): string {
  return toXml(
    'd:error',
    `<s:exception>Sabre\\DAV\\Exception\\${exception}</s:exception><s:message>${escapeXml(
      message,
    )}</s:message>`,
  );
}

function toXml(name: string, content: string): string {
  return `<?xml version="1.0"?>\n<${name} xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:oc="http://owncloud.org/ns" xmlns:nc="http://nextcloud.org/ns" xmlns:f="${customNamespace}">${content}</${name}>`;
}

function toResponse(
  node: NextcloudNode,
  properties: Properties,
  body: string,
): string {
  const asked = body.trim() ? findNames(body) : byDefault;
  const has = (name: string) => properties[name] !== undefined;
  const missing = body.trim() ? asked.filter(name => !has(name)) : [];
  const part = (names: string[], status: string) =>
    names.length === 0
      ? ''
      : `<d:propstat><d:prop>${names
          .map(name => `<${name}>${properties[name] ?? ''}</${name}>`)
          .join(
            '',
          )}</d:prop><d:status>HTTP/1.1 ${status}</d:status></d:propstat>`;
  return `<d:response><d:href>${escapeXml(toHref(node))}</d:href>${part(
    asked.filter(has),
    '200 OK',
  )}${part(missing, '404 Not Found')}</d:response>`;
}

/** Names between `prop` and its end, with the prefixes of this server. */
function findNames(body: string): string[] {
  const inside = /<(?:\w+:)?prop>([\s\S]*)<\/(?:\w+:)?prop>/.exec(body)?.[1];
  const names = [...(inside ?? '').matchAll(/<(\w+:[\w-]+)\s*\/>/g)];
  return names.map(([, name]) => name);
}

function toHref({ path, isFolder }: NextcloudNode): string {
  const segments = path.split('/').map(encodeURIComponent).join('/');
  const end = isFolder && path ? '/' : '';
  return `/remote.php/dav/files/${nextcloudAccount.user}/${segments}${end}`;
}

function toProperties(state: NextcloudState, node: NextcloudNode): Properties {
  const { path, isFolder } = node;
  const below = isFolder ? state.listBelow(path) : [];
  const newest = [node, ...below.filter(item => !item.isFolder)]
    .map(({ modifiedAt }) => modifiedAt)
    .sort()
    .at(-1)!;
  const team = state.findTeamFolder(path);
  return {
    'd:getlastmodified': new Date(newest).toUTCString(),
    'd:resourcetype': isFolder ? '<d:collection/>' : '',
    'd:getetag': `&quot;${Date.parse(newest).toString(16)}&quot;`,
    'd:getcontentlength': isFolder ? undefined : String(node.sizeBytes),
    ...(isFolder && toQuota(state, path)),
    'oc:fileid': String(node.id),
    'oc:size': String(sum(isFolder ? below : [node])),
    'oc:permissions': 'RGDNVCK',
    'nc:mount-type': team ? 'group' : '',
    'nc:group-folder-id': team && String(team.id),
    ...Object.fromEntries(
      Object.entries(node.custom ?? {}).map(([name, value]) => [
        `f:${name}`,
        value,
      ]),
    ),
  };
}

/** Of the storage: that of a team folder, or of the account without them. */
function toQuota(state: NextcloudState, path: string): Properties {
  const team = state.findTeamFolder(path);
  const used = team
    ? sum(state.listBelow(team.mountPoint))
    : sum(state.listBelow('').filter(node => !state.findTeamFolder(node.path)));
  const limit = team?.quotaBytes ?? accountQuotaBytes;
  return {
    'd:quota-used-bytes': String(used),
    'd:quota-available-bytes': String(Math.max(0, limit - used)),
  };
}

function sum(nodes: NextcloudNode[]): number {
  return nodes.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
}

function escapeXml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
