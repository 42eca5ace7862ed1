import { ConfigReader } from '@backstage/config';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GitlabApi } from '../../scm';
import { testUpstreamFailures } from '../../testUtils';
import { GitlabClient } from './GitlabClient';

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
  return GitlabClient.create(GitlabApi.fromConfig(config, { timeoutMs: 600 })!);
}

describe('GitlabClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('asks for the newest pipelines, one page of them', async () => {
    const asked: Request[] = [];
    const pipeline = {
      id: 7,
      ref: 'feat/é&b',
      sha: 'abc',
      status: 'running',
      created_at: '2026-11-23T09:00:00Z',
      web_url: `http://${host}/SocialGouv/domifa/-/pipelines/7`,
    };
    server.use(
      http.get(`${projectUrl}/pipelines`, ({ request }) => {
        asked.push(request);
        return HttpResponse.json(
          [{ ...pipeline, source: 'push' }, { id: 'odd' }],
          {
            headers: {
              link: `<${projectUrl}/pipelines?page=2&per_page=2>; rel="next"`,
            },
          },
        );
      }),
    );

    await expect(
      createClient().listPipelines(
        project,
        { ref: 'feat/é&b', perPage: 2 },
        {},
      ),
    ).resolves.toEqual([pipeline]);
    expect(asked).toHaveLength(1);
    expect(asked[0].headers.get('private-token')).toBe('t');
    expect(Object.fromEntries(new URL(asked[0].url).searchParams)).toEqual({
      ref: 'feat/é&b',
      order_by: 'id',
      sort: 'desc',
      per_page: '2',
    });
  });

  it('follows the pages of branches', async () => {
    const branch = (name: string) => ({ name, commit: { id: `sha-${name}` } });
    server.use(
      http.get(`${projectUrl}/repository/branches`, ({ request }) =>
        new URL(request.url).searchParams.get('page') === '2'
          ? HttpResponse.json([branch('old')])
          : HttpResponse.json([branch('main')], {
              headers: {
                link: `<${projectUrl}/repository/branches?page=2&per_page=100>; rel="next", <x>; rel="last"`,
              },
            }),
      ),
    );

    await expect(createClient().listBranches(project, {})).resolves.toEqual([
      branch('main'),
      branch('old'),
    ]);
  });

  it('reads jobs, environments and deployments of one project only', async () => {
    const asked: string[] = [];
    server.use(
      http.get(`${projectUrl}/*`, ({ request }) => {
        asked.push(decodeURIComponent(request.url.slice(baseUrl.length)));
        return HttpResponse.json([]);
      }),
    );
    const client = createClient();

    await client.listPipelineJobs(project, 7, {});
    await client.listEnvironments(project, {}, {});
    await client.listEnvironments(project, { name: 'feat/x&y-dev' }, {});
    await client.listDeployments(project, { perPage: 100 }, {});
    const one = { environment: 'feat/x-dev', perPage: 1 };
    await client.listDeployments(project, one, {});
    expect(asked).toEqual([
      '/projects/SocialGouv/domifa/pipelines/7/jobs?per_page=100',
      '/projects/SocialGouv/domifa/environments?states=available&per_page=100',
      '/projects/SocialGouv/domifa/environments?name=feat/x&y-dev&states=available&per_page=100',
      '/projects/SocialGouv/domifa/deployments?per_page=100&status=success&order_by=created_at&sort=desc',
      '/projects/SocialGouv/domifa/deployments?environment=feat/x-dev&per_page=1&status=success&order_by=created_at&sort=desc',
    ]);
  });

  it('reads one branch, or that it does not exist', async () => {
    const branch = { name: 'feat/x', commit: { id: 'abc' } };
    server.use(
      http.get(`${projectUrl}/repository/branches/feat%2Fx`, () =>
        HttpResponse.json({ ...branch, merged: false }),
      ),
      http.get(`${projectUrl}/repository/branches/gone`, () =>
        HttpResponse.json({ message: '404 Branch Not Found' }, { status: 404 }),
      ),
    );
    const client = createClient();

    await expect(client.getBranch(project, 'feat/x', {})).resolves.toEqual(
      branch,
    );
    await expect(client.getBranch(project, 'gone', {})).resolves.toBe(
      undefined,
    );
  });

  it('asks once where GitLab says to wait', async () => {
    let calls = 0;
    server.use(
      http.get(projectUrl, () => {
        calls += 1;
        return HttpResponse.json({}, { status: 429 });
      }),
    );

    await expect(createClient().getProject(project, {})).rejects.toMatchObject({
      kind: 'rate-limited',
    });
    expect(calls).toBe(1);
  });

  it('refuses a host that has no integration', () => {
    expect(() =>
      GitlabApi.fromConfig(
        new ConfigReader({
          fabrique: { gitlab: { host: 'gl.example.com', group: 'x' } },
        }),
      ),
    ).toThrow("fabrique.gitlab.host 'gl.example.com' is not in integrations");
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createClient(secret).getProject(project, {}),
  });
});
