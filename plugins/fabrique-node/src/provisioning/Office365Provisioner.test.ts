import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import { Office365Provisioner } from './Office365Provisioner';

const graphUrl = 'https://graph.example.com';
const baseUrl = `${graphUrl}/v1.0`;

const createProvisioner = (token = 'the-token') =>
  new Office365Provisioner(
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
        getToken: async () => ({ token, expiresOnTimestamp: 0 }),
      },
    },
  );

describe('Office365Provisioner', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('makes a private group whose owners get its messages, and reads whose it is', async () => {
    const group = {
      id: 'g',
      mail: 'Contact@f.example',
      groupTypes: ['Unified'],
    };
    let sent: any;
    let query: string | undefined;
    server.use(
      http.post(`${baseUrl}/groups`, async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(
          { ...group, description: sent.description },
          { status: 201 },
        );
      }),
      http.get(`${baseUrl}/groups`, ({ request }) => {
        query = new URL(request.url).searchParams.get('$filter')!;
        return HttpResponse.json({
          value: [{ ...group, description: sent.description }],
        });
      }),
    );
    const office365 = createProvisioner();
    const made = await office365.createMailbox({
      nickname: 'contact',
      title: 'Contact',
      ownerIds: ['u'],
      ownership: { app: 'SocialGouv/domifa', task: '7' },
    });
    expect(made).toEqual({
      id: 'g',
      address: 'contact@f.example',
      owner: { app: 'SocialGouv/domifa', task: '7' },
      hasMailbox: true,
    });
    expect(sent).toEqual({
      displayName: 'Contact',
      mailNickname: 'contact',
      description:
        'SocialGouv/domifa {"fabrique-app":"SocialGouv/domifa","fabrique-task":"7"}',
      groupTypes: ['Unified'],
      mailEnabled: true,
      securityEnabled: false,
      visibility: 'Private',
      'owners@odata.bind': [`${baseUrl}/users/u`],
      'members@odata.bind': [`${baseUrl}/users/u`],
    });
    await expect(office365.findMailbox("o'contact")).resolves.toEqual(made);
    expect(query).toBe("mailNickname eq 'o''contact'");
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createProvisioner(secret).findMailbox('contact'),
  });
});
