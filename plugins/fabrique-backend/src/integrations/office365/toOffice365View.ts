import {
  Office365Mailbox,
  Office365MailboxKind,
  Office365View,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { isMicrosoft365Group, Office365Answers } from './readMailboxes';

const kinds: Record<string, Office365MailboxKind> = {
  shared: 'shared',
  user: 'personal',
};

/** Makes the view of a product's mailboxes of what Graph answered, in the order of the addresses. */
export function toOffice365View(
  answers: Office365Answers & { addresses: string[]; outlookUrl: string },
): Office365View {
  const { groups, users, addresses, outlookUrl } = answers;
  const found: Office365Mailbox[] = [
    ...groups.map(
      ({ group, memberCount, owners }): Office365Mailbox => ({
        address: group.mail.toLowerCase(),
        name: group.displayName || group.mail,
        kind: isMicrosoft365Group(group) ? 'group' : 'list',
        memberCount,
        // Applications may own a group; they have no name that says something.
        owners: owners?.map(({ id, displayName }) => displayName || id),
      }),
    ),
    ...users.map(({ user, purpose }): Office365Mailbox => {
      const address = user.mail.toLowerCase();
      return {
        address,
        name: user.displayName || user.mail,
        kind: kinds[purpose ?? ''] ?? 'mailbox',
        url: `${outlookUrl}/mail/${encodeURIComponent(address)}/`,
      };
    }),
  ];
  const byAddress = new Map(found.map(mailbox => [mailbox.address, mailbox]));
  return {
    mailboxes: addresses.flatMap(address => byAddress.get(address) ?? []),
    missing: addresses.filter(address => !byAddress.has(address)),
  };
}
