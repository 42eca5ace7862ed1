import { ConfigReader } from '@backstage/config';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import { SupportRequests } from './SupportRequests';

const apiBaseUrl = 'https://github.example.com/api/v3';
const issues = `${apiBaseUrl}/repos/SocialGouv/support/issues`;

const create = (token = 'the-token', support?: object) =>
  SupportRequests.fromConfig(
    new ConfigReader({
      fabrique: {
        github: { host: 'github.example.com', organization: 'SocialGouv' },
        support: support ?? { repository: 'SocialGouv/support' },
      },
      integrations: {
        github: [{ host: 'github.example.com', apiBaseUrl, token }],
      },
    } as ConstructorParameters<typeof ConfigReader>[0]),
    { timeoutMs: 600 },
  )!;

const issue = (number: number, rest: object = {}) => ({
  number,
  html_url: `https://github.example.com/SocialGouv/support/issues/${number}`,
  title: 'Un quota',
  state: 'open',
  comments: 2,
  body: null,
  updated_at: '2026-11-20T10:00:00Z',
  ...rest,
});

describe('SupportRequests', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('opens a request with its labels, and tells what became of it', async () => {
    let body: unknown;
    server.use(
      http.post(issues, async ({ request }) => {
        body = await request.json();
        return HttpResponse.json(issue(7), { status: 201 });
      }),
      http.get(`${issues}/:number`, ({ params }) => {
        switch (params.number) {
          case '8':
            return HttpResponse.json(issue(8, { state: 'closed' }));
          case '9':
            return HttpResponse.json(
              issue(9, { state: 'closed', state_reason: 'not_planned' }),
            );
          default:
            return HttpResponse.json({ message: 'gone' }, { status: 404 });
        }
      }),
    );
    const support = create();
    await expect(
      support.open({ title: 'Un quota', body: 'x', labels: ['quota'] }),
    ).resolves.toEqual({
      number: 7,
      url: 'https://github.example.com/SocialGouv/support/issues/7',
      title: 'Un quota',
      state: 'open',
      comments: 2,
      body: '',
      changedAt: '2026-11-20T10:00:00Z',
    });
    expect(body).toEqual({
      title: 'Un quota',
      body: 'x',
      labels: ['portail', 'quota'],
    });
    await expect(support.get(8)).resolves.toMatchObject({ state: 'done' });
    await expect(support.get(9)).resolves.toMatchObject({ state: 'refused' });
    await expect(support.get(10)).resolves.toBeUndefined();
  });

  it('wants owner/name', () => {
    expect(() => create('t', { repository: 'support' })).toThrow(
      "fabrique.support.repository is 'support', and must be owner/name",
    );
  });

  testUpstreamFailures({
    server,
    baseUrl: apiBaseUrl,
    call: secret => create(secret).listOpen(),
  });
});
