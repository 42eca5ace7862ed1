import {
  NextcloudEntry,
  NextcloudMember,
  NextcloudView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  NextcloudNode,
  NextcloudShares,
  NextcloudTeamFolder,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** What NextCloud answered about one folder. */
export interface NextcloudAnswers {
  /** Address of NextCloud, without a trailing slash. */
  baseUrl: string;
  path: string;
  folder: NextcloudNode;
  /** Folders and files directly in it. */
  entries: NextcloudNode[];
  /** Absent where the portal's account may not see them; so is `teamFolder`, and of other folders. */
  shares?: NextcloudShares;
  teamFolder?: NextcloudTeamFolder;
}

const shownEntries = 5;
const permissionToUpdate = 2;
const kinds: Record<number, NextcloudMember['kind']> = {
  0: 'user',
  1: 'group',
  3: 'link',
};

/** Makes the view of a shared folder of what NextCloud answered. */
export function toNextcloudView(answers: NextcloudAnswers): NextcloudView {
  const { baseUrl, path, folder } = answers;
  const entries = answers.entries
    .map(node => toEntry(node, baseUrl))
    .sort((a, b) => (b.modifiedAt ?? '').localeCompare(a.modifiedAt ?? ''));
  const { url, sizeBytes } = toEntry(folder, baseUrl);
  return {
    path,
    url,
    sizeBytes,
    quota: toQuota(folder),
    entryCount: entries.length,
    entries: entries.slice(0, shownEntries),
    members: toMembers(answers),
  };
}

function toEntry(node: NextcloudNode, baseUrl: string): NextcloudEntry {
  const { getlastmodified, resourcetype, size, fileid } = node.properties;
  const time = new Date(getlastmodified ?? NaN);
  const segments = node.href.split('/').filter(Boolean);
  return {
    name: decode(segments.at(-1) ?? ''),
    isFolder:
      typeof resourcetype === 'object' &&
      resourcetype !== null &&
      'collection' in resourcetype,
    modifiedAt: Number.isNaN(time.getTime()) ? undefined : time.toISOString(),
    sizeBytes: isKnown(size) ? size : undefined,
    // For everybody, while a path is that of one account.
    url: fileid ? `${baseUrl}/f/${encodeURIComponent(fileid)}` : baseUrl,
  };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    // A server that does not encode a percent sign means it so.
    if (error instanceof URIError) return segment;
    throw error;
  }
}

/** Negative numbers stand for what is not limited, or not known. */
function isKnown(bytes: number | null | undefined): bytes is number {
  return typeof bytes === 'number' && bytes >= 0;
}

function toQuota({ properties }: NextcloudNode): NextcloudView['quota'] {
  const usedBytes = properties['quota-used-bytes'];
  const available = properties['quota-available-bytes'];
  if (!isKnown(usedBytes) || !isKnown(available)) return undefined;
  const limitBytes = usedBytes + available;
  return limitBytes > 0 ? { usedBytes, limitBytes } : undefined;
}

function toMembers({
  shares,
  teamFolder,
}: NextcloudAnswers): NextcloudMember[] | undefined {
  if (!shares && !teamFolder) return undefined;
  return [
    ...Object.entries(teamFolder?.groups ?? {}).map(
      ([id, permissions]): NextcloudMember => ({
        name: teamFolder?.group_details?.[id]?.displayName || id,
        kind: 'group',
        canEdit: canEdit(permissions),
      }),
    ),
    ...(shares ?? []).map(
      (share): NextcloudMember => ({
        name: share.share_with_displayname || share.share_with || '',
        kind: kinds[share.share_type] ?? 'other',
        canEdit: canEdit(share.permissions),
      }),
    ),
  ];
}

function canEdit(permissions: number): boolean {
  // eslint-disable-next-line no-bitwise
  return (permissions & permissionToUpdate) !== 0;
}
