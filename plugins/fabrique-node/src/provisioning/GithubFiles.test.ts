import { ConfigReader } from '@backstage/config';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import { GithubProvisioner } from './GithubProvisioner';

const apiBaseUrl = 'https://github.example.com/api/v3';
const repository = `${apiBaseUrl}/repos/SocialGouv/domifa`;

const createProvisioner = (token = 'the-token') =>
  GithubProvisioner.fromConfig(
    new ConfigReader({
      fabrique: {
        github: { host: 'github.example.com', organization: 'SocialGouv' },
      },
      integrations: {
        github: [{ host: 'github.example.com', apiBaseUrl, token }],
      },
    }),
    { timeoutMs: 600 },
  )!;

describe('GithubFiles and GithubPullRequests', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('names the files that a branch lacks or has otherwise', async () => {
    server.use(
      http.get(`${repository}/contents/:path`, ({ params, request }) => {
        expect(new URL(request.url).searchParams.get('ref')).toBe('main');
        return params.path === 'missing.txt'
          ? HttpResponse.json({ message: 'Not Found' }, { status: 404 })
          : HttpResponse.json({
              // git hash-object of "bonjour\n"
              sha: '1cd909e05d33f0f6bc4ea1caf19b5749b434ceb3',
              content: '',
            });
      }),
    );
    const [same, other, missing] = [
      ['same.txt', 'bonjour\n'],
      ['other.txt', 'bonsoir\n'],
      ['missing.txt', 'bonjour\n'],
    ].map(([path, text]) => ({ path, content: Buffer.from(text) }));
    await expect(
      createProvisioner().files.findChanged('domifa', 'main', [
        same,
        other,
        missing,
      ]),
    ).resolves.toEqual([other, missing]);
  });

  it('moves the branch last, when blobs, tree and commit are there', async () => {
    const asked: unknown[] = [];
    const take = (path: string, answer: object) =>
      http.post(`${repository}/git/${path}`, async ({ request }) => {
        asked.push([path, await request.json()]);
        return HttpResponse.json(answer, { status: 201 });
      });
    server.use(
      http.get(`${repository}/git/commits/:sha`, () =>
        HttpResponse.json({ tree: { sha: 'tree-0' } }),
      ),
      take('blobs', { sha: 'blob-1' }),
      take('trees', { sha: 'tree-1' }),
      take('commits', { sha: 'commit-1' }),
      take('refs', { object: { sha: 'commit-1' } }),
      http.patch(`${repository}/git/refs/*`, async ({ request }) => {
        asked.push([new URL(request.url).pathname, await request.json()]);
        return HttpResponse.json({ object: { sha: 'commit-1' } });
      }),
    );
    const commit = (replaces: boolean) =>
      createProvisioner().files.commit('domifa', {
        branch: 'fabrique/base',
        parent: 'commit-0',
        files: [
          { path: 'a.sh', content: Buffer.from('ls'), isExecutable: true },
        ],
        message: 'feat: a',
        replaces,
      });

    await expect(commit(false)).resolves.toBe('commit-1');
    expect(asked).toEqual([
      ['blobs', { content: 'bHM=', encoding: 'base64' }],
      [
        'trees',
        {
          base_tree: 'tree-0',
          tree: [{ path: 'a.sh', mode: '100755', type: 'blob', sha: 'blob-1' }],
        },
      ],
      [
        'commits',
        { message: 'feat: a', tree: 'tree-1', parents: ['commit-0'] },
      ],
      ['refs', { ref: 'refs/heads/fabrique/base', sha: 'commit-1' }],
    ]);
    asked.length = 0;
    await commit(true);
    expect(asked.at(-1)).toEqual([
      '/api/v3/repos/SocialGouv/domifa/git/refs/heads%2Ffabrique%2Fbase',
      { sha: 'commit-1', force: true },
    ]);
  });

  it('tells open, merged and closed pull requests of a branch', async () => {
    const pull = (number: number, state: string, mergedAt?: string) => ({
      number,
      html_url: `https://github.example.com/SocialGouv/domifa/pull/${number}`,
      state,
      merged_at: mergedAt,
      body: null,
    });
    server.use(
      http.get(`${repository}/pulls`, ({ request }) => {
        expect(
          Object.fromEntries(new URL(request.url).searchParams),
        ).toMatchObject({ head: 'SocialGouv:fabrique/base', state: 'all' });
        return HttpResponse.json([
          pull(3, 'open'),
          pull(2, 'closed', '2026-01-01T00:00:00Z'),
          pull(1, 'closed'),
        ]);
      }),
    );
    const { pullRequests } = createProvisioner();
    const found = await pullRequests.list('domifa', 'fabrique/base');
    expect(found.map(({ number, state }) => [number, state])).toEqual([
      [3, 'open'],
      [2, 'merged'],
      [1, 'closed'],
    ]);
  });

  testUpstreamFailures({
    server,
    baseUrl: apiBaseUrl,
    call: secret =>
      createProvisioner(secret).pullRequests.list('domifa', 'fabrique/base'),
  });
});
