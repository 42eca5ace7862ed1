import { office365VerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';

/** What the page says of Office 365. */
export const office365Words = {
  ...office365VerdictWords,
  /** The linked thing as the subject of a sentence. */
  thing: 'Mailbox {{name}}',
  /** The linked thing as that to which one has access. */
  access: 'mailbox {{name}}',
  mailboxes_one: '{{count, number}} mailbox',
  mailboxes_other: '{{count, number}} mailboxes',
  rows: 'Mailboxes',
  kind: {
    group: 'Microsoft 365 group',
    list: 'distribution list',
    shared: 'shared mailbox',
    personal: "one person's mailbox",
    mailbox: 'mailbox',
  },
  members_one: '{{count, number}} member',
  members_other: '{{count, number}} members',
  noMember: 'no member',
  owners_one: 'owner: {{names}}',
  owners_other: 'owners: {{names}}',
  noOwner: 'no owner',
  others_one: '{{count, number}} other',
  others_other: '{{count, number}} others',
  absent: 'does not exist (any more)',
  setup: {
    title: 'Set up a mail program',
    imap: 'Receive (IMAP): `outlook.office365.com`, port 993, SSL/TLS',
    smtp: 'Send (SMTP): `smtp.office365.com`, port 587, STARTTLS',
    sharedLogin: 'User name of the shared mailbox: `{{login}}`',
    login: 'first.last',
  },
} as const;
