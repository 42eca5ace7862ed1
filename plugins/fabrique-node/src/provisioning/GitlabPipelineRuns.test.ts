import { ConfigReader } from '@backstage/config';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import { GitlabProvisioner } from './GitlabProvisioner';

const baseUrl = 'https://gitlab.example.com';
const api = `${baseUrl}/api/v4`;
const project = `${api}/projects/7`;

const createRuns = (token = 'the-token') =>
  GitlabProvisioner.fromConfig(
    new ConfigReader({
      fabrique: { gitlab: { host: 'gitlab.example.com', group: 'SocialGouv' } },
      integrations: {
        gitlab: [
          { host: 'gitlab.example.com', baseUrl, apiBaseUrl: api, token },
        ],
      },
    }),
    { timeoutMs: 300 },
  )!.pipelines;

const pipeline = (id: number) => ({
  id,
  status: 'running',
  web_url: `${baseUrl}/p/${id}`,
  created_at: '2026-11-26T10:00:00Z',
  duration: 84,
});
const run = (id: number) => ({
  id,
  status: 'running',
  url: `${baseUrl}/p/${id}`,
  createdAt: new Date('2026-11-26T10:00:00Z'),
});

describe('GitlabPipelineRuns', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('starts a pipeline with the mark of its task, and finds it by that', async () => {
    let sent: unknown;
    server.use(
      http.post(`${project}/pipeline`, async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(pipeline(3), { status: 201 });
      }),
      http.get(`${project}/pipelines`, () =>
        HttpResponse.json([pipeline(4), pipeline(3)]),
      ),
      http.get(`${project}/pipelines/:id/variables`, ({ params }) =>
        HttpResponse.json(
          params.id === '3' ? [{ key: 'FABRIQUE_TASK', value: 't/s' }] : [],
        ),
      ),
    );
    await expect(
      createRuns().start(7, {
        ref: 'main',
        task: 't/s',
        variables: { A: 'b' },
      }),
    ).resolves.toEqual(run(3));
    expect(sent).toEqual({
      ref: 'main',
      variables: [
        { key: 'A', value: 'b', variable_type: 'env_var' },
        { key: 'FABRIQUE_TASK', value: 't/s', variable_type: 'env_var' },
      ],
    });
    await expect(
      createRuns().find(7, { ref: 'main', task: 't/s' }),
    ).resolves.toEqual(run(3));
    await expect(
      createRuns().find(7, { ref: 'main', task: 't/other' }),
    ).resolves.toBeUndefined();
  });

  it('says how long it usually takes, and which jobs failed that may not', async () => {
    server.use(
      http.get(`${project}/pipelines`, () => HttpResponse.json([pipeline(2)])),
      http.get(`${project}/pipelines/2`, () => HttpResponse.json(pipeline(2))),
      http.get(`${project}/pipelines/3/jobs`, () =>
        HttpResponse.json([
          { name: 'Lint', allow_failure: true },
          { name: 'Test', allow_failure: false },
        ]),
      ),
    );
    await expect(createRuns().getUsualSeconds(7, 'main')).resolves.toBe(84);
    await expect(createRuns().listFailedJobs(7, 3)).resolves.toEqual(['Test']);
  });

  testUpstreamFailures({
    server,
    baseUrl: api,
    call: secret => createRuns(secret).get(7, 3),
  });
});
