import {
  Office365Mailbox,
  Office365View,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRow, CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Headline } from '../../card/Headline';
import { useWords, Words } from '../../words/useWords';
import { MailClientSetup } from './MailClientSetup';

const namedOwners = 2;

/** The mailboxes of a product: what each is, who gets its messages, who decides on that. */
export function Office365CardContent(
  props: FabriqueCardContentProps<Office365View>,
) {
  const { view, verdict } = props;
  const words = useWords();
  const { t } = words;
  const { mailboxes, missing } = view;
  return (
    <>
      <Headline
        verdict={verdict}
        calm={t('office365.mailboxes', { count: mailboxes.length })}
      />
      <CardRows
        label={t('office365.rows')}
        rows={[
          ...mailboxes.map(mailbox => toRow(mailbox, words)),
          ...missing.map(
            (address): CardRow => ({
              key: address,
              title: address,
              mark: 'attention',
              details: [t('office365.absent')],
            }),
          ),
        ]}
      />
      <MailClientSetup mailboxes={mailboxes} />
    </>
  );
}

function toRow(mailbox: Office365Mailbox, words: Words): CardRow {
  const { t } = words;
  const { address, kind, memberCount, owners, url } = mailbox;
  return {
    key: address,
    title: address,
    href: url,
    mark: owners?.length === 0 ? 'attention' : undefined,
    details: [
      t(`office365.kind.${kind}`),
      memberCount === undefined ? undefined : toMembers(memberCount, t),
      owners && toOwners(owners, words),
    ],
  };
}

function toMembers(count: number, t: Words['t']): string {
  return count === 0
    ? t('office365.noMember')
    : t('office365.members', { count });
}

function toOwners(owners: string[], { t, format }: Words): string {
  if (owners.length === 0) return t('office365.noOwner');
  const others = owners.length - namedOwners;
  return t('office365.owners', {
    count: owners.length,
    names: format.list([
      ...owners.slice(0, namedOwners),
      ...(others > 0 ? [t('office365.others', { count: others })] : []),
    ]),
  });
}
