import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { Office365Client } from '@socialgouv/backstage-plugin-fabrique-node';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { readMailboxes } from './readMailboxes';

const graphUrl = 'https://graph.example.com';
const baseUrl = `${graphUrl}/v1.0`;

const client = () =>
  Office365Client.create(
    {
      graphUrl,
      outlookUrl: 'https://outlook.example.com',
      tenantId: 't',
      clientId: 'c',
      clientSecret: 's',
    },
    {
      timeoutMs: 300,
      credential: {
        getToken: async () => ({ token: 't', expiresOnTimestamp: 0 }),
      },
    },
  );

describe('readMailboxes', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const { signal } = new AbortController();

  const list = (path: string, ...value: object[]) =>
    http.get(`${baseUrl}${path}`, () => HttpResponse.json({ value }));
  const group = { id: 'g', mail: 'A@f.example', groupTypes: ['Unified'] };
  const distribution = { id: 'l', mail: 'b@f.example', groupTypes: [] };
  const members = http.get(`${baseUrl}/groups/:id/members/$count`, () =>
    HttpResponse.text('3'),
  );

  it('asks who owns Microsoft 365 groups only, and for users only where there is no group', async () => {
    // A request for users, or for the owners of the list, would fail as unexpected.
    server.use(
      list('/groups', group, distribution),
      list('/groups/g/owners', { id: 'u', displayName: 'Camille' }),
      members,
    );
    await expect(
      readMailboxes(client(), ['a@f.example', 'b@f.example'], { signal }),
    ).resolves.toEqual({
      groups: [
        {
          group,
          memberCount: 3,
          owners: [{ id: 'u', displayName: 'Camille' }],
        },
        { group: distribution, memberCount: 3, owners: undefined },
      ],
      users: [],
    });
  });

  it('does without what a mailbox is for, where the portal may not see it', async () => {
    const user = { id: 'u', mail: 'c@f.example' };
    server.use(
      list('/groups'),
      list('/users', user),
      http.get(`${baseUrl}/users/u/mailboxSettings`, () =>
        HttpResponse.json({}, { status: 403 }),
      ),
    );
    await expect(
      readMailboxes(client(), ['c@f.example'], { signal }),
    ).resolves.toEqual({ groups: [], users: [{ user, purpose: undefined }] });
  });

  it('fails as a whole where members cannot be counted', async () => {
    server.use(
      list('/groups', distribution),
      http.get(`${baseUrl}/groups/l/members/$count`, () =>
        HttpResponse.json({}, { status: 403 }),
      ),
    );
    await expect(
      readMailboxes(client(), ['b@f.example'], { signal }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
