import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import {
  createGitlabHandlers,
  projectUrl,
  startGitlab,
} from './__testUtils__/startGitlab';

const path = (name: string) =>
  `/api/fabrique/v1/entities/component/default/${name}/gitlab-mirror/run`;
const overview = '/api/fabrique/v1/entities/component/default/linked/overview';

describe('running the GitLab mirror of an entity', () => {
  const msw = setupServer();
  registerMswTestHooks(msw);
  const started: string[] = [];

  /** A mirror that still says how it ended before, copies for a moment, and then ends like this. */
  function useMirror(end: { update_status: string; last_error?: string }) {
    let reads = 0;
    const before = '2026-11-23T08:00:00Z';
    const states = [
      { update_status: 'failed', last_update_at: before },
      { update_status: 'started', last_update_at: before },
      { ...end, last_update_at: '2026-11-23T09:00:00Z' },
    ];
    msw.use(
      http.get(`${projectUrl}/mirror/pull`, () => {
        const state = states[Math.min(reads, states.length - 1)];
        if (started.length > 0) reads += 1;
        return HttpResponse.json({
          url: 'https://github.com/SocialGouv/domifa.git',
          ...state,
        });
      }),
      http.post(`${projectUrl}/mirror/pull`, async ({ request }) => {
        started.push(await request.text());
        return HttpResponse.json(200);
      }),
    );
  }

  beforeEach(() => {
    started.splice(0);
    msw.use(
      ...createGitlabHandlers([]),
      http.all(/127\.0\.0\.1|localhost/, () => passthrough()),
    );
  });

  it('starts it once for all who ask, waits, is audited, and the page shows the outcome', async () => {
    useMirror({ update_status: 'finished' });
    const events: object[] = [];
    const auditor = mockServices.auditor.mock({
      createEvent: async ({ request: _, ...event }) => ({
        success: async result => {
          events.push({ ...event, success: result });
        },
        fail: async result => {
          events.push({ ...event, fail: result });
        },
      }),
    });
    const api = await startGitlab(auditor.factory);
    await api.get(overview);
    const answers = await Promise.all([
      api.post(path('linked')).send({ project: 'other/project' }),
      api.post(path('domifa')),
    ]);

    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, { state: 'finished' }],
      [200, { state: 'finished' }],
    ]);
    expect(started).toEqual(['{}']);
    expect(events).toContainEqual({
      eventId: 'gitlab-mirror-run',
      severityLevel: 'medium',
      meta: { entityRef: 'component:default/linked' },
      success: { meta: { project: 'SocialGouv/domifa', state: 'finished' } },
    });
    const { body } = await api.get(overview);
    expect(body.services.gitlab.view.mirror.status).toBe('finished');
    expect(body.services.gitlab.renewing).toBeUndefined();
  }, 30_000);

  it("gives GitLab's words when the copy fails, without credentials", async () => {
    useMirror({
      update_status: 'failed',
      last_error: 'unable to access https://bot:secret@github.com/x: 502',
    });
    const { body } = await (await startGitlab()).post(path('linked'));

    expect(body).toEqual({
      state: 'failed',
      lastError: 'unable to access https://github.com/x: 502',
    });
  }, 30_000);

  it.each([
    [401, 'auth'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
  ])('gives a refusal of GitLab as data: %s', async (status, kind) => {
    msw.use(
      http.post(`${projectUrl}/mirror/pull`, () =>
        HttpResponse.json({ message: 'no' }, { status }),
      ),
    );
    const answer = await (await startGitlab()).post(path('linked'));

    expect([answer.status, answer.body]).toEqual([
      200,
      {
        state: 'failed',
        failure: {
          kind,
          message: `GitLab start pull mirror: HTTP ${status}`,
          upstreamStatus: status,
        },
      },
    ]);
  });

  it('refuses who may not, what has no mirror, and every parameter', async () => {
    useMirror({ update_status: 'finished' });
    const denied = await startGitlab(
      mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
    );
    const refusal = await denied.post(path('linked'));
    expect([refusal.status, refusal.body.error.message]).toEqual([
      403,
      'You may not run the GitLab mirror of component:default/linked',
    ]);

    const api = await startGitlab();
    expect((await api.post(path('library'))).status).toBe(404);
    expect((await api.post(path('nobody'))).status).toBe(404);
    expect(
      (await api.post(path('linked')).query({ project: 'x/y' })).status,
    ).toBe(400);
    expect((await api.get(path('linked'))).status).toBe(404);
    expect(started).toEqual([]);
  }, 30_000);
});
