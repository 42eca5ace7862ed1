import { ConfigReader } from '@backstage/config';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import { GitlabProvisioner } from './GitlabProvisioner';

const baseUrl = 'https://gitlab.example.com';
const api = `${baseUrl}/api/v4`;

const createConfig = (token?: string) =>
  new ConfigReader({
    fabrique: { gitlab: { host: 'gitlab.example.com', group: 'SocialGouv' } },
    integrations: {
      gitlab: [{ host: 'gitlab.example.com', baseUrl, apiBaseUrl: api, token }],
    },
  });

const createProvisioner = (token = 'the-token') =>
  GitlabProvisioner.fromConfig(createConfig(token), { timeoutMs: 300 })!;

const project = {
  id: 7,
  web_url: `${baseUrl}/SocialGouv/mon-app`,
  path_with_namespace: 'SocialGouv/mon-app',
  import_url: 'https://someone:secret@github.com/SocialGouv/mon-app.git',
  mirror: true,
};

describe('GitlabProvisioner', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('does not know a project that GitLab is to delete in some days', async () => {
    server.use(
      http.get(`${api}/projects/SocialGouv%2Fmon-app`, () =>
        HttpResponse.json({ ...project, marked_for_deletion_on: '2026-12-03' }),
      ),
    );
    await expect(
      createProvisioner().getProject('mon-app'),
    ).resolves.toBeUndefined();
  });

  it('makes a mirror in the group', async () => {
    let asked: Request | undefined;
    let body: unknown;
    server.use(
      http.get(`${api}/groups/SocialGouv`, () => HttpResponse.json({ id: 3 })),
      http.post(`${api}/projects`, async ({ request }) => {
        asked = request;
        body = await request.json();
        return HttpResponse.json(project, { status: 201 });
      }),
    );

    await expect(
      createProvisioner().createMirror({
        name: 'mon-app',
        cloneUrl: 'https://github.com/SocialGouv/mon-app.git',
        isPrivate: false,
      }),
    ).resolves.toEqual({
      id: 7,
      url: `${baseUrl}/SocialGouv/mon-app`,
      path: 'SocialGouv/mon-app',
      importUrl: 'https://github.com/SocialGouv/mon-app.git',
      isMirror: true,
    });
    expect(asked?.headers.get('private-token')).toBe('the-token');
    expect(body).toEqual({
      name: 'mon-app',
      path: 'mon-app',
      namespace_id: 3,
      import_url: 'https://github.com/SocialGouv/mon-app.git',
      mirror: true,
      mirror_trigger_builds: true,
      visibility: 'public',
    });
  });

  it("says GitLab's words for each field, and creates once only", async () => {
    let calls = 0;
    server.use(
      http.get(`${api}/groups/SocialGouv`, () => HttpResponse.json({ id: 3 })),
      http.post(`${api}/projects`, () => {
        calls += 1;
        return calls === 1
          ? HttpResponse.json({}, { status: 502 })
          : HttpResponse.json(
              { message: { path: ['has already been taken'] } },
              { status: 400 },
            );
      }),
    );
    const create = () =>
      createProvisioner().createMirror({
        name: 'mon-app',
        cloneUrl: 'https://github.com/SocialGouv/mon-app.git',
        isPrivate: false,
      });

    await expect(create()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(calls).toBe(1);
    await expect(create()).rejects.toMatchObject({
      kind: 'invalid-response',
      detail: 'path: has already been taken',
    });
  });

  it('asks a mirror to fetch, and asks again when GitLab is down for a moment', async () => {
    let calls = 0;
    server.use(
      http.post(`${api}/projects/7/mirror/pull`, () => {
        calls += 1;
        return calls === 1
          ? HttpResponse.json({}, { status: 502 })
          : HttpResponse.json(200);
      }),
      http.get(`${api}/projects/7/repository/branches/main`, () =>
        HttpResponse.json({ commit: { id: 'abc' } }),
      ),
    );
    await GitlabProvisioner.fromConfig(createConfig('t'))!.pull(7);
    expect(calls).toBe(2);
    await expect(createProvisioner().getHead(7, 'main')).resolves.toBe('abc');
  });

  it('wants a token, as it writes', () => {
    expect(() => GitlabProvisioner.fromConfig(createConfig())).toThrow(
      "fabrique.gitlab.host is 'gitlab.example.com', and integrations.gitlab has no token",
    );
  });

  testUpstreamFailures({
    server,
    baseUrl: api,
    call: secret => createProvisioner(secret).pull(7),
  });
});
