import { ConfigReader } from '@backstage/config';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import { GithubProvisioner } from './GithubProvisioner';

const apiBaseUrl = 'https://github.example.com/api/v3';

const createProvisioner = (token = 'the-token', visibility?: string) =>
  GithubProvisioner.fromConfig(
    new ConfigReader({
      fabrique: {
        github: {
          host: 'github.example.com',
          organization: 'SocialGouv',
          visibility,
        },
      },
      integrations: {
        github: [{ host: 'github.example.com', apiBaseUrl, token }],
      },
    }),
    { timeoutMs: 600 },
  )!;

describe('GithubProvisioner', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('makes a repository for its team, as private as the portal says', async () => {
    let asked: Request | undefined;
    let body: unknown;
    server.use(
      http.post(`${apiBaseUrl}/orgs/SocialGouv/repos`, async ({ request }) => {
        asked = request;
        body = await request.json();
        return HttpResponse.json(
          {
            html_url: 'https://github.example.com/SocialGouv/mon-app',
            clone_url: 'https://github.example.com/SocialGouv/mon-app.git',
            default_branch: 'main',
            private: true,
          },
          { status: 201 },
        );
      }),
    );

    const provisioner = createProvisioner('the-token', 'private');
    await expect(
      provisioner.createRepository({ name: 'mon-app', teamId: 4 }),
    ).resolves.toEqual({
      htmlUrl: provisioner.toHtmlUrl('mon-app'),
      cloneUrl: 'https://github.example.com/SocialGouv/mon-app.git',
      defaultBranch: 'main',
      isPrivate: true,
      topics: [],
    });
    expect(asked?.headers.get('authorization')).toBe('token the-token');
    expect(body).toEqual({
      name: 'mon-app',
      team_id: 4,
      visibility: 'private',
      private: true,
      delete_branch_on_merge: true,
    });
  });

  it('tells too many requests from missing rights, and never creates twice', async () => {
    let calls = 0;
    server.use(
      http.post(`${apiBaseUrl}/orgs/SocialGouv/repos`, () => {
        calls += 1;
        return calls === 1
          ? HttpResponse.json({ message: 'down' }, { status: 502 })
          : HttpResponse.json(
              { message: 'You have exceeded a secondary rate limit' },
              { status: 403, headers: { 'retry-after': '60' } },
            );
      }),
    );
    const create = () =>
      createProvisioner().createRepository({ name: 'mon-app', teamId: 4 });

    await expect(create()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(calls).toBe(1);
    await expect(create()).rejects.toMatchObject({
      kind: 'rate-limited',
      retryAfter: expect.any(Date),
    });
  });

  testUpstreamFailures({
    server,
    baseUrl: apiBaseUrl,
    call: secret => createProvisioner(secret).teams.list('mon-app'),
  });
});
