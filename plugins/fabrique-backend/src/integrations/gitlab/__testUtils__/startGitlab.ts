import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { http, HttpResponse } from 'msw';
import request from 'supertest';
import fabriquePlugin from '../../../index';

export const gitlabUrl = 'https://gitlab.example';
export const projectUrl = `${gitlabUrl}/api/v4/projects/SocialGouv%2Fdomifa`;
const githubUrl = 'https://api.github.com/repos/SocialGouv/domifa';

const entity = (
  name: string,
  annotations: Record<string, string> = {},
  type = 'website',
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  spec: { type },
});

type Features = NonNullable<Parameters<typeof startTestBackend>[0]['features']>;

/** Starts the plugin with a GitLab, a GitHub and a few entities. */
export async function startGitlab(...features: Features) {
  const { server } = await startTestBackend({
    features: [
      fabriquePlugin,
      catalogServiceMock.factory({
        entities: [
          entity('linked', { 'gitlab.com/project-slug': 'SocialGouv/domifa' }),
          // By its name.
          entity('domifa'),
          entity('absent'),
          entity('library', {}, 'library'),
          entity('elsewhere', {
            'gitlab.com/project-slug': 'SocialGouv/domifa',
            'gitlab.com/instance': 'gitlab.com',
          }),
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          fabrique: {
            gitlab: { host: 'gitlab.example', group: 'SocialGouv' },
            github: { organization: 'SocialGouv' },
          },
          integrations: {
            gitlab: [
              {
                host: 'gitlab.example',
                baseUrl: gitlabUrl,
                apiBaseUrl: `${gitlabUrl}/api/v4`,
                token: 'a-token-that-nobody-may-see',
              },
            ],
          },
        },
      }),
      ...features,
    ],
  });
  return request(server);
}

const pipeline = (id: number, ref: string, status = 'success') => ({
  id,
  ref,
  sha: `sha-${id}`,
  status,
  created_at: '2026-11-23T09:00:00Z',
  web_url: `${gitlabUrl}/SocialGouv/domifa/-/pipelines/${id}`,
});

const deployment = (name: string, id: number, ref: string) => ({
  created_at: '2026-11-23T09:10:00Z',
  ref,
  environment: { name },
  deployable: { finished_at: null, pipeline: pipeline(id, ref) },
});

const environments = ['prod', 'preprod-dev', 'main-dev', 'feat/login-dev'];

const job = {
  id: 1,
  name: 'Review',
  stage: 'Deploy',
  status: 'success',
  started_at: '2026-11-23T09:00:00Z',
  finished_at: '2026-11-23T09:01:00Z',
  web_url: `${gitlabUrl}/x`,
};

/**
 * Answers as GitLab and GitHub do, and notes what was asked of the one project that there is. Its mirror
 * lacks two commits of every branch.
 */
export function createGitlabHandlers(asked: string[]) {
  const get = (
    base: string,
    path: string,
    toBody: (query: URLSearchParams) => unknown,
  ) =>
    http.get(`${base}${path}`, ({ request: { url } }) => {
      asked.push(decodeURIComponent(url.slice(base.length)));
      return HttpResponse.json(toBody(new URL(url).searchParams) as never);
    });
  return [
    get(projectUrl, '', () => ({
      id: 1,
      path_with_namespace: 'SocialGouv/domifa',
      default_branch: 'main',
      mirror: true,
    })),
    get(projectUrl, '/pipelines', query => {
      const ref = query.get('ref');
      if (ref) return [pipeline(7, ref, 'failed')];
      if (query.get('scope')) return [pipeline(5, 'v2.0.0')];
      return [pipeline(7, 'feat/login', 'failed'), pipeline(6, 'main')];
    }),
    get(projectUrl, '/pipelines/:id/jobs', () => [job]),
    get(projectUrl, '/environments', query =>
      environments
        .filter(name => [null, name].includes(query.get('name')))
        .map(name => ({ name, external_url: null })),
    ),
    get(projectUrl, '/deployments', query =>
      query.get('environment')
        ? [deployment(query.get('environment')!, 4, 'v1.9.0')]
        : [
            deployment('feat/login-dev', 7, 'feat/login'),
            deployment('main-dev', 6, 'main'),
            deployment('preprod-dev', 3, 'main'),
          ],
    ),
    get(projectUrl, '/repository/branches', () =>
      ['main', 'feat/login', 'feat/gone'].map(name => ({
        name,
        commit: { id: `old-${name}` },
      })),
    ),
    get(projectUrl, '/repository/branches/:name', () => ({
      name: 'feat/login',
      commit: { id: 'old-feat/login' },
    })),
    get(projectUrl, '/mirror/pull', () => ({
      url: 'https://github.com/SocialGouv/domifa.git',
      update_status: 'finished',
    })),
    get(githubUrl, '/branches', () =>
      ['main', 'feat/login'].map(name => ({
        name,
        commit: { sha: `new-${name}` },
      })),
    ),
    get(githubUrl, '/branches/:name', () => ({
      commit: { sha: 'new-feat/login' },
    })),
    get(githubUrl, '/compare/:range', () => ({ ahead_by: 2, commits: [] })),
    ...[gitlabUrl, 'https://api.github.com'].map(url =>
      http.get(`${url}/*`, () =>
        HttpResponse.json({ message: 'Not Found' }, { status: 404 }),
      ),
    ),
  ];
}
