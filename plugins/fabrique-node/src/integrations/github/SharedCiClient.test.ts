import { ConfigReader } from '@backstage/config';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GithubApi } from '../../scm';
import { testUpstreamFailures } from '../../testUtils';
import { SharedCiClient } from './SharedCiClient';

const baseUrl = 'http://github.example.com:7101/api/v3';
const ref = { owner: 'SocialGouv', repo: 'domifa' };

function createClient(token = 't') {
  const config = new ConfigReader({
    fabrique: {
      github: { host: 'github.example.com:7101', organization: 'SocialGouv' },
    },
    integrations: {
      github: [{ host: 'github.example.com:7101', apiBaseUrl: baseUrl, token }],
    },
  });
  return SharedCiClient.create(
    GithubApi.fromConfig(config, { timeoutMs: 600 })!,
  );
}

describe('SharedCiClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const asked: string[] = [];
  beforeEach(() => asked.splice(0));

  /** A repository with these files; a folder is the list of their names. */
  function useFiles(files: Record<string, string>) {
    server.use(
      http.get(
        `${baseUrl}/repos/SocialGouv/domifa/contents/*`,
        ({ request }) => {
          const path = decodeURIComponent(
            new URL(request.url).pathname.split('/contents/')[1],
          );
          asked.push(path);
          if (path in files) {
            const content = Buffer.from(files[path]).toString('base64');
            return HttpResponse.json({ type: 'file', content: `${content}\n` });
          }
          const names = Object.keys(files)
            .filter(name => name.startsWith(`${path}/`))
            .map(name => name.slice(path.length + 1));
          return names.length > 0
            ? HttpResponse.json(names.map(name => ({ type: 'file', name })))
            : HttpResponse.json({ message: 'Not Found' }, { status: 404 });
        },
      ),
    );
  }

  it('finds what .gitlab-ci.yml includes, in one call', async () => {
    useFiles({
      '.gitlab-ci.yml':
        '# été\ninclude: { project: SocialGouv/gitlab-ci-yml, ref: v23.3.4 }',
    });

    await expect(createClient().findInclude(ref, {})).resolves.toEqual({
      project: 'SocialGouv/gitlab-ci-yml',
      ref: 'v23.3.4',
    });
    expect(asked).toEqual(['.gitlab-ci.yml']);
  });

  it('finds what a workflow uses, in those that deploy first', async () => {
    const uses = (name: string) =>
      `jobs: { a: { uses: socialgouv/workflows/.github/workflows/${name}@v1 } }`;
    useFiles({
      '.gitlab-ci.yml': 'stages: [test]',
      '.github/workflows/codeql.yml': 'jobs: { a: {} }',
      '.github/workflows/README.md': 'x',
      '.github/workflows/lint.yml': 'jobs: { a: {} }',
      '.github/workflows/review.yaml': uses('use-ks-gh-review.yaml'),
    });

    await expect(createClient().findInclude(ref, {})).resolves.toEqual({
      project: 'socialgouv/workflows',
      ref: 'v1',
    });
    expect(asked).toEqual([
      '.gitlab-ci.yml',
      '.github/workflows',
      '.github/workflows/review.yaml',
    ]);
  });

  it('finds nothing in a repository without either', async () => {
    useFiles({});

    await expect(createClient().findInclude(ref, {})).resolves.toBe(undefined);
    expect(asked).toEqual(['.gitlab-ci.yml', '.github/workflows']);
  });

  it('asks for the versions once for all, page by page, and again after a failure', async () => {
    const pages: (string | null)[] = [];
    const path = `${baseUrl}/repos/SocialGouv/gitlab-ci-yml/tags`;
    server.use(
      http.get(path, ({ request }) => {
        const page = new URL(request.url).searchParams.get('page');
        pages.push(page);
        if (pages.length === 1) {
          return HttpResponse.json({ message: 'no' }, { status: 404 });
        }
        return page === '1'
          ? HttpResponse.json([{ name: 'v2.0.0' }], {
              headers: { link: `<${path}?page=2>; rel="last"` },
            })
          : HttpResponse.json([{ name: 'v1.0.0' }]);
      }),
    );
    const client = createClient();
    const project = 'SocialGouv/gitlab-ci-yml';

    await expect(client.listVersions(project)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(client.listVersions(project)).resolves.toEqual([
      'v2.0.0',
      'v1.0.0',
    ]);
    await expect(
      client.listVersions('ministry/mirrors/gitlab-ci-yml'),
    ).resolves.toHaveLength(2);
    expect(pages).toEqual(['1', '1', '2']);
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createClient(secret).listVersions('SocialGouv/workflows'),
  });
});
