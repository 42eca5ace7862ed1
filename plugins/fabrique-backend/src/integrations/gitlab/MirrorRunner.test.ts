import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  GitlabApi,
  GitlabMirrorClient,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { MirrorRunner } from './MirrorRunner';

const mirror = 'https://gitlab.com/api/v4/projects/a%2Fb/mirror/pull';

describe('MirrorRunner', () => {
  const msw = setupServer();
  registerMswTestHooks(msw);
  const runner = new MirrorRunner({
    waitMs: 200,
    mirrors: GitlabMirrorClient.create(
      GitlabApi.fromConfig(
        new ConfigReader({ fabrique: { gitlab: { group: 'a' } } }),
      )!,
    ),
  });

  it.each([
    ['copies still', { update_status: 'started', last_update_at: 'before' }],
    // GitLab has not begun: it says how the last run ended.
    ['will copy', { update_status: 'finished', last_update_at: 'before' }],
  ])('does not wait for ever: GitLab %s', async (_, state) => {
    const started: string[] = [];
    msw.use(
      http.get(mirror, () =>
        HttpResponse.json({ url: 'https://github.com/a/b.git', ...state }),
      ),
      http.post(mirror, () => {
        started.push('now');
        return HttpResponse.json(200);
      }),
    );

    await expect(runner.run('a/b')).resolves.toEqual({ state: 'running' });
    expect(started).toEqual(['now']);
  });
});
