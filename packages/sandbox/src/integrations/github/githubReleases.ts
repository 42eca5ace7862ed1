import { Router } from 'express';
import { z } from 'zod/v4';
import {
  findRepository,
  GithubProblem,
  githubTokenLogin,
  handle,
  notFound,
  paginate,
  readBody,
} from './githubHttp';
import { toUser } from './githubMappers';
import {
  GithubState,
  ReleaseDocument,
  RepositoryDocument,
} from './githubState';

const releaseSchema = z.object({
  tag_name: z.string(),
  target_commitish: z.string().optional(),
  name: z.string().nullish(),
  body: z.string().nullish(),
  draft: z.boolean().optional(),
  prerelease: z.boolean().optional(),
});

function toRelease(
  state: GithubState,
  repository: RepositoryDocument,
  release: ReleaseDocument,
): object {
  const fullName = `${repository.owner}/${repository.name}`;
  const api = `${state.apiUrl}/repos/${fullName}`;
  return {
    url: `${api}/releases/${release.id}`,
    assets_url: `${api}/releases/${release.id}/assets`,
    upload_url: `${api}/releases/${release.id}/assets{?name,label}`,
    html_url: `${state.context.urls.github}/${fullName}/releases/tag/${release.tag}`,
    id: release.id,
    node_id: Buffer.from(`RE_${release.id}`).toString('base64'),
    tag_name: release.tag,
    target_commitish: 'main',
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    author: toUser(state, release.author),
    created_at: release.createdAt,
    published_at: release.publishedAt ?? null,
    assets: [],
    tarball_url: `${api}/tarball/${release.tag}`,
    zipball_url: `${api}/zipball/${release.tag}`,
  };
}

const newestFirst = (releases: ReleaseDocument[]) =>
  [...releases].sort((a, b) => b.createdAt.localeCompare(a.createdAt));

/** Releases; creating one also creates its tag. */
export function addReleaseRoutes(router: Router, state: GithubState): void {
  router.get(
    '/repos/:owner/:repo/releases',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const releases = newestFirst(repository.releases);
      response.json(
        paginate(state, request, response, releases).map(release =>
          toRelease(state, repository, release),
        ),
      );
    }),
  );

  router.get(
    '/repos/:owner/:repo/releases/latest',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const latest = newestFirst(repository.releases).find(
        ({ draft, prerelease }) => !draft && !prerelease,
      );
      if (!latest) throw notFound();
      response.json(toRelease(state, repository, latest));
    }),
  );

  router.get(
    '/repos/:owner/:repo/releases/tags/:tag(.+)',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const release = repository.releases.find(
        ({ tag }) => tag === request.params.tag,
      );
      if (!release) throw notFound();
      response.json(toRelease(state, repository, release));
    }),
  );

  router.post(
    '/repos/:owner/:repo/releases',
    handle(async (request, response) => {
      const git = state.git(findRepository(state, request, response));
      const body = readBody(releaseSchema, request);
      const { tag_name: tag } = body;
      const target = body.target_commitish ?? (await git.defaultBranch());
      const sha =
        (await git.resolve(`refs/tags/${tag}`)) ?? (await git.resolve(target));
      // After git was asked: others may have changed it meanwhile.
      const repository = findRepository(state, request, response);
      if (repository.releases.some(release => release.tag === tag)) {
        throw new GithubProblem(422, 'Validation Failed', [
          { resource: 'Release', code: 'already_exists', field: 'tag_name' },
        ]);
      }
      if (!sha || !/^[\w./+-]+$/.test(tag)) {
        throw new GithubProblem(422, 'Validation Failed', [
          {
            resource: 'Release',
            code: 'invalid',
            field: sha ? 'tag_name' : 'target_commitish',
          },
        ]);
      }
      const now = state.now();
      const release: ReleaseDocument = {
        id:
          repository.id * 1000 +
          Math.max(0, ...repository.releases.map(({ id }) => id % 1000)) +
          1,
        tag,
        name: body.name ?? tag,
        body: body.body ?? '',
        draft: body.draft ?? false,
        prerelease: body.prerelease ?? false,
        author: githubTokenLogin,
        createdAt: now,
        publishedAt: body.draft ? undefined : now,
      };
      const saved = state.save({
        ...repository,
        releases: [...repository.releases, release],
      });
      if (!release.draft && !(await git.resolve(`refs/tags/${tag}`))) {
        await git.updateRef(`refs/tags/${tag}`, sha);
        state.pushed(saved);
      }
      response.status(201).json(toRelease(state, saved, release));
    }),
  );
}
