import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import { SentryProvisioner } from './SentryProvisioner';

const baseUrl = 'https://sentry.example.com';

const createProvisioner = (token = 't') =>
  new SentryProvisioner(
    { baseUrl, organization: 'incubateur', token },
    { timeoutMs: 300 },
  );

describe('SentryProvisioner', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('makes a project in its team', async () => {
    let asked: Request | undefined;
    let body: unknown;
    server.use(
      http.post(
        `${baseUrl}/api/0/teams/incubateur/domifa/projects/`,
        async ({ request }) => {
          asked = request;
          body = await request.json();
          return HttpResponse.json({ slug: 'mon-app', id: '9' });
        },
      ),
    );

    await createProvisioner().createProject({
      team: 'domifa',
      project: 'mon-app',
      platform: 'javascript-nextjs',
    });

    expect(asked?.headers.get('authorization')).toBe('Bearer t');
    expect(body).toEqual({
      name: 'mon-app',
      slug: 'mon-app',
      platform: 'javascript-nextjs',
    });
  });

  it('keeps a key that is active, and makes one where there is none', async () => {
    const keys = `${baseUrl}/api/0/projects/incubateur/mon-app/keys/`;
    const dsn = (key: string) => ({ dsn: { public: `https://${key}@s/9` } });
    server.use(
      http.get(keys, () =>
        HttpResponse.json([
          { ...dsn('old'), isActive: false },
          { ...dsn('one'), isActive: true },
        ]),
      ),
    );
    await expect(createProvisioner().getDsn('mon-app')).resolves.toBe(
      'https://one@s/9',
    );

    server.use(
      http.get(keys, () => HttpResponse.json([])),
      http.post(keys, () => HttpResponse.json(dsn('new'), { status: 201 })),
    );
    await expect(createProvisioner().getDsn('mon-app')).resolves.toBe(
      'https://new@s/9',
    );
  });

  it('says of a project that is not there that it is absent', async () => {
    server.use(
      http.get(`${baseUrl}/api/0/projects/incubateur/mon-app/`, () =>
        HttpResponse.json({ detail: 'Not here' }, { status: 404 }),
      ),
    );
    await expect(
      createProvisioner().getProject('mon-app'),
    ).resolves.toBeUndefined();
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createProvisioner(secret).getDsn('mon-app'),
  });
});
