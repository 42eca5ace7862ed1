import { ConfigReader } from '@backstage/config';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GitlabApi } from '../../scm';
import { testUpstreamFailures } from '../../testUtils';
import { GitlabMirrorClient } from './GitlabMirrorClient';

const host = 'gitlab.example.com:7102';
const baseUrl = `http://${host}/api/v4`;
const project = 'SocialGouv/domifa';
const projectUrl = `${baseUrl}/projects/SocialGouv%2Fdomifa`;

function createClient(token = 't') {
  const config = new ConfigReader({
    fabrique: { gitlab: { host, group: 'SocialGouv' } },
    integrations: {
      gitlab: [{ host, baseUrl: `http://${host}`, apiBaseUrl: baseUrl, token }],
    },
  });
  return GitlabMirrorClient.create(
    GitlabApi.fromConfig(config, { timeoutMs: 600 })!,
  );
}

describe('GitlabMirrorClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it.each([
    [403, undefined],
    [404, undefined],
    [
      200,
      {
        url: 'https://*****:*****@github.com/SocialGouv/domifa.git',
        update_status: 'finished',
        last_error: null,
        last_successful_update_at: '2026-11-23T09:00:00Z',
      },
    ],
  ])('reads a pull mirror where it may: %s', async (status, expected) => {
    server.use(
      http.get(`${projectUrl}/mirror/pull`, () =>
        HttpResponse.json(expected ?? { message: 'no' }, { status }),
      ),
    );

    await expect(createClient().findPullMirror(project, {})).resolves.toEqual(
      expected,
    );
  });

  it('starts a mirror, with nothing but its path', async () => {
    const asked: [string, string][] = [];
    server.use(
      http.post(`${projectUrl}/mirror/pull`, async ({ request }) => {
        asked.push([new URL(request.url).search, await request.text()]);
        return HttpResponse.json(200);
      }),
    );

    await createClient().startPullMirror(project, {});
    expect(asked).toEqual([['', '{}']]);
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createClient(secret).startPullMirror(project, {}),
  });
});
