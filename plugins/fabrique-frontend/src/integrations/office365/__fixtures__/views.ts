import { Office365View } from '@socialgouv/backstage-plugin-fabrique-common';

const group = {
  address: 'contact.domifa@fabrique.example',
  name: 'Contact DomiFa',
  kind: 'group',
  memberCount: 12,
  owners: ['Camille Martin', 'Alex Petit', 'Sacha Roux'],
} satisfies Office365View['mailboxes'][number];

const base = {
  mailboxes: [
    group,
    {
      address: 'support.domifa@fabrique.example',
      name: 'Support DomiFa',
      kind: 'shared',
      url: 'https://tool.example/mail/support.domifa%40fabrique.example/',
    },
  ],
  missing: [],
} satisfies Office365View;

export const office365Views = {
  ok: base,
  empty: { mailboxes: [{ ...group, memberCount: 0 }], missing: [] },
  noOwner: {
    mailboxes: [
      { ...group, owners: [], memberCount: 1 },
      {
        address: 'tous.domifa@fabrique.example',
        name: 'Tous',
        kind: 'list',
        memberCount: 34,
      },
      {
        address: 'camille.martin@fabrique.example',
        name: 'Camille Martin',
        kind: 'personal',
        url: 'https://tool.example/mail/camille.martin%40fabrique.example/',
      },
    ],
    missing: ['ancienne@fabrique.example'],
  },
} satisfies Record<string, Office365View>;
