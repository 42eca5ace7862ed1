import {
  NextcloudMember,
  NextcloudView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { RelativeTime } from '../../words/RelativeTime';
import { useWords, Words } from '../../words/useWords';

const namedMembers = 3;

/** The shared folder of a product: how large, how full, who may see it, what changed last. */
export function NextcloudCardContent(
  props: FabriqueCardContentProps<NextcloudView>,
) {
  const { view, verdict } = props;
  const words = useWords();
  const { t, format } = words;
  const { quota, members, entryCount, entries } = view;
  const links = members?.filter(({ kind }) => kind === 'link') ?? [];
  const size = toSizeSentence(view, words);
  return (
    <>
      <Headline verdict={verdict} calm={size} />
      <Facts
        facts={[
          verdict.level !== 'ok' && size,
          quota
            ? t('nextcloud.quota', {
                used: format.size(quota.usedBytes),
                limit: format.size(quota.limitBytes),
                percent: format.percent(
                  (100 * quota.usedBytes) / quota.limitBytes,
                ),
              })
            : t('nextcloud.noQuota'),
          entryCount > 0 && t('nextcloud.entries', { count: entryCount }),
          members
            ? toMembersSentence(members, words)
            : t('nextcloud.membersUnknown'),
          links.length > 0 && t('nextcloud.links', { count: links.length }),
        ]}
      />
      <CardRows
        label={t('nextcloud.rows')}
        rows={entries.map(({ name, url, modifiedAt, sizeBytes }) => ({
          key: name,
          title: name,
          href: url,
          details: [
            modifiedAt ? <RelativeTime at={modifiedAt} /> : undefined,
            sizeBytes === undefined ? undefined : format.size(sizeBytes),
          ],
        }))}
      />
    </>
  );
}

function toSizeSentence(view: NextcloudView, { t, format }: Words): string {
  if (view.entryCount === 0) return t('nextcloud.empty');
  return view.sizeBytes === undefined
    ? t('nextcloud.sizeUnknown')
    : t('nextcloud.size', { size: format.size(view.sizeBytes) });
}

/** Links are nobody in particular, and stand for themselves. */
function toMembersSentence(
  members: NextcloudMember[],
  { t, format }: Words,
): string {
  const named = members.filter(({ kind }) => kind !== 'link');
  if (named.length === 0) return t('nextcloud.unshared');
  const shown = named.slice(0, namedMembers);
  const others = named.length - shown.length;
  return t('nextcloud.shared', {
    names: format.list([
      ...shown.map(member => toMemberName(member, t)),
      ...(others > 0 ? [t('nextcloud.others', { count: others })] : []),
    ]),
  });
}

function toMemberName(member: NextcloudMember, t: Words['t']): string {
  const { name, kind, canEdit } = member;
  if (kind === 'group') {
    return canEdit
      ? t('nextcloud.group', { name })
      : t('nextcloud.groupOfReaders', { name });
  }
  return canEdit ? name : t('nextcloud.reader', { name });
}
