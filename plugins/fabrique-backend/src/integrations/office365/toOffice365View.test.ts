import { toOffice365View } from './toOffice365View';

describe('toOffice365View', () => {
  it('maps groups, lists and mailboxes, in the order of the addresses', () => {
    expect(
      toOffice365View({
        addresses: [
          'a@f.example',
          'b@f.example',
          'c@f.example',
          'd@f.example',
          'e@f.example',
          'f@f.example',
        ],
        outlookUrl: 'https://outlook.example',
        groups: [
          {
            group: {
              id: '2',
              displayName: null,
              mail: 'b@f.example',
              groupTypes: [],
            },
            memberCount: 4,
          },
          {
            group: {
              id: '1',
              displayName: 'DomiFa',
              mail: 'A@f.example',
              groupTypes: ['Unified'],
            },
            memberCount: 12,
            owners: [
              { id: 'u1', displayName: 'Camille Martin' },
              { id: 'app', displayName: null },
            ],
          },
        ],
        users: [
          {
            user: { id: '3', displayName: 'Support', mail: 'C@f.example' },
            purpose: 'shared',
          },
          {
            user: { id: '4', displayName: 'Alex', mail: 'd@f.example' },
            purpose: 'user',
          },
          { user: { id: '5', displayName: 'Salle', mail: 'e@f.example' } },
        ],
      }),
    ).toEqual({
      mailboxes: [
        {
          address: 'a@f.example',
          name: 'DomiFa',
          kind: 'group',
          memberCount: 12,
          owners: ['Camille Martin', 'app'],
        },
        {
          address: 'b@f.example',
          name: 'b@f.example',
          kind: 'list',
          memberCount: 4,
          owners: undefined,
        },
        {
          address: 'c@f.example',
          name: 'Support',
          kind: 'shared',
          url: 'https://outlook.example/mail/c%40f.example/',
        },
        {
          address: 'd@f.example',
          name: 'Alex',
          kind: 'personal',
          url: 'https://outlook.example/mail/d%40f.example/',
        },
        {
          address: 'e@f.example',
          name: 'Salle',
          kind: 'mailbox',
          url: 'https://outlook.example/mail/e%40f.example/',
        },
      ],
      missing: ['f@f.example'],
    });
  });
});
