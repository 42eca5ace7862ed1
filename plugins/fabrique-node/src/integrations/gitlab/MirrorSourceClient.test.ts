import { ConfigReader } from '@backstage/config';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GithubApi } from '../../scm';
import { MirrorSourceClient } from './MirrorSourceClient';

const api = 'https://api.github.com/repos/SocialGouv/domifa';
const ref = { owner: 'SocialGouv', repo: 'domifa' };

describe('MirrorSourceClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const client = MirrorSourceClient.create(
    GithubApi.fromConfig(
      new ConfigReader({
        fabrique: { github: { organization: 'SocialGouv' } },
      }),
    )!,
  );

  it.each([
    ['https://github.com/SocialGouv/domifa.git', ref],
    ['https://*****:*****@github.com/SocialGouv/domifa', ref],
    ['ssh://git@github.com/SocialGouv/domifa.git', ref],
    ['https://github.com.example.com/SocialGouv/domifa.git', undefined],
    ['https://github.com/SocialGouv/domifa/tree/x', undefined],
    ['git@github.com:SocialGouv/domifa.git', undefined],
  ])('knows what %s stands for', (url, expected) => {
    expect(client.toRef(url)).toEqual(expected);
  });

  it('reads all heads', async () => {
    const branch = (name: string) => ({ name, commit: { sha: `sha-${name}` } });
    server.use(
      http.get(`${api}/branches`, ({ request }) =>
        new URL(request.url).searchParams.get('page') === '2'
          ? HttpResponse.json([branch('feat/x')])
          : HttpResponse.json([branch('main')], {
              headers: { link: `<${api}/branches?page=2>; rel="last"` },
            }),
      ),
    );

    await expect(client.listHeads(ref, {})).resolves.toEqual(
      new Map([
        ['main', 'sha-main'],
        ['feat/x', 'sha-feat/x'],
      ]),
    );
  });

  it('reads one head, or that there is none', async () => {
    server.use(
      http.get(`${api}/branches/feat%2Fx`, () =>
        HttpResponse.json({ name: 'feat/x', commit: { sha: 'abc' } }),
      ),
      http.get(`${api}/branches/gone`, () =>
        HttpResponse.json({ message: 'Branch not found' }, { status: 404 }),
      ),
    );

    await expect(client.findHead(ref, 'feat/x', {})).resolves.toBe('abc');
    await expect(client.findHead(ref, 'gone', {})).resolves.toBeUndefined();
  });

  it('counts what a mirror lacks, and gives up on a head that the source does not know', async () => {
    server.use(
      http.get(`${api}/compare/aaa...bbb`, () =>
        HttpResponse.json({
          ahead_by: 3,
          commits: [
            { commit: { committer: { date: '2026-11-23T08:00:00Z' } } },
            { commit: { committer: { date: '2026-11-23T09:00:00Z' } } },
          ],
        }),
      ),
      http.get(`${api}/compare/zzz...bbb`, () =>
        HttpResponse.json({ message: 'Not Found' }, { status: 404 }),
      ),
    );
    const range = { mirroredHead: 'aaa', sourceHead: 'bbb' };

    await expect(client.compare(ref, range, {})).resolves.toEqual({
      commitsBehind: 3,
      behindSince: '2026-11-23T08:00:00Z',
    });
    await expect(
      client.compare(ref, { ...range, mirroredHead: 'zzz' }, {}),
    ).resolves.toBeUndefined();
  });
});
