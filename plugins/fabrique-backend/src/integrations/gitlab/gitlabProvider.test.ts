import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { createGitlabHandlers, startGitlab } from './__testUtils__/startGitlab';

const path = (name: string) =>
  `/api/fabrique/v1/entities/component/default/${name}/overview`;

describe('gitlabProvider', () => {
  const asked: string[] = [];
  const msw = setupServer();
  registerMswTestHooks(msw);
  beforeEach(() => {
    asked.splice(0);
    msw.use(
      ...createGitlabHandlers(asked),
      http.all(/127\.0\.0\.1|localhost/, () => passthrough()),
    );
  });

  it('shows a project, with the newest pipeline for each environment', async () => {
    const api = await startGitlab();
    const { body } = await api.get(path('linked'));

    expect(body.reviewBranches).toEqual(['feat/login']);
    expect(body.services.gitlab).toMatchObject({
      state: 'ok',
      scope: 'branch',
      view: {
        pipelines: [{ id: 7 }, { id: 6 }],
        lastPipelines: {
          prod: { id: 5, ref: 'v2.0.0', durationSeconds: 60 },
          preprod: { id: 3, ref: 'main', durationSeconds: 60 },
          dev: { id: 6, ref: 'main', durationSeconds: 60 },
        },
        // Production was not among the newest deployments.
        environments: [
          { name: 'prod', environment: 'prod', deployedRef: 'v1.9.0' },
          { name: 'preprod-dev', environment: 'preprod' },
          { name: 'main-dev', environment: 'dev' },
          { name: 'feat/login-dev', environment: 'dev', branch: 'feat/login' },
        ],
        mirror: {
          branch: 'main',
          mirroredHead: 'old-main',
          sourceHead: 'new-main',
          commitsBehind: 2,
          orphanBranches: ['feat/gone'],
        },
      },
    });
    expect(asked.filter(call => /^\/(branches|compare)/.test(call))).toEqual([
      '/branches?per_page=100&page=1',
      '/compare/old-main...new-main',
    ]);
    const ofGitlab = asked.length;
    await api.get(path('linked')).query({ environment: 'preprod' });
    await api.get(path('domifa')).query({ environment: 'dev' });
    expect(asked).toHaveLength(ofGitlab);
  }, 30_000);

  it('shows what concerns a review branch, and how far the mirror is behind on it', async () => {
    const api = await startGitlab();
    await api.get(path('linked')).query({ environment: 'dev' });
    asked.splice(0);
    const { body } = await api
      .get(path('linked'))
      .query({ environment: 'dev', branch: 'feat/login' });

    expect(body.branch).toBe('feat/login');
    expect(body.services.gitlab).toMatchObject({
      view: {
        branch: 'feat/login',
        pipelines: [{ id: 7, ref: 'feat/login', status: 'failed' }],
        lastPipelines: { dev: { id: 7 } },
        environments: [{ name: 'feat/login-dev', branch: 'feat/login' }],
        mirror: {
          branch: 'feat/login',
          mirroredHead: 'old-feat/login',
          sourceHead: 'new-feat/login',
          commitsBehind: 2,
          orphanBranches: [],
        },
      },
      verdict: {
        level: 'problem',
        reasons: [
          { key: 'gitlab.pipelineFailed', params: { ref: 'feat/login' } },
          { key: 'gitlab.mirrorBehind', params: { count: 2 } },
        ],
      },
    });
    expect(asked.sort()).toEqual([
      '',
      '/branches/feat/login',
      '/compare/old-feat/login...new-feat/login',
      '/deployments?environment=feat/login-dev&per_page=1&status=success&order_by=created_at&sort=desc',
      '/environments?name=feat/login-dev&states=available&per_page=100',
      '/mirror/pull',
      '/pipelines/7/jobs?per_page=100',
      '/pipelines?ref=feat/login&per_page=5&order_by=id&sort=desc',
      '/repository/branches/feat/login',
    ]);
  }, 30_000);

  it('says that an entity is on another GitLab, and finds others by their name', async () => {
    const api = await startGitlab();
    const read = async (name: string) =>
      (await api.get(path(name))).body.services.gitlab;

    expect(await read('elsewhere')).toEqual({
      state: 'failed',
      annotation: 'gitlab.com/instance',
      failure: {
        kind: 'misconfigured-link',
        message:
          'gitlab.com/instance names gitlab.com; the portal is connected to gitlab.example',
      },
    });
    expect(await read('domifa')).toMatchObject({
      state: 'ok',
      linked: { title: 'SocialGouv/domifa' },
    });
    expect(await read('absent')).toMatchObject({ state: 'not-linked' });
    asked.splice(0);
    expect(await read('library')).toMatchObject({ state: 'not-linked' });
    expect(asked).toEqual([]);
  }, 30_000);
});
