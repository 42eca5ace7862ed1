import { Request, Router } from 'express';
import { rm } from 'fs/promises';
import { z } from 'zod/v4';
import { commitFile } from '../../git/commitFile';
import { GitRepository } from '../../git/GitRepository';
import {
  findRepository,
  githubTokenLogin,
  GithubProblem,
  handle,
  notFound,
  paginate,
  readBody,
} from './githubHttp';
import { toRepository } from './githubMappers';
import {
  createRepositoryDocument,
  GithubState,
  organization,
  RepositoryDocument,
} from './githubState';

const settingNames = [
  'has_issues',
  'has_projects',
  'has_wiki',
  'allow_merge_commit',
  'allow_squash_merge',
  'allow_rebase_merge',
  'allow_auto_merge',
  'allow_update_branch',
  'delete_branch_on_merge',
  'squash_merge_commit_title',
  'squash_merge_commit_message',
];

const bodySchema = z.object({
  name: z.string().optional(),
  description: z.string().nullish(),
  homepage: z.string().nullish(),
  private: z.boolean().optional(),
  visibility: z.enum(['public', 'private', 'internal']).optional(),
  archived: z.boolean().optional(),
  default_branch: z.string().optional(),
  team_id: z.number().optional(),
  auto_init: z.boolean().optional(),
});

const topicsSchema = z.object({ names: z.array(z.string()) });

const invalid = (field: string, message: string, code = 'custom') =>
  new GithubProblem(422, 'Validation Failed', [
    { resource: 'Repository', code, field, message },
  ]);

function readSettings(request: Request): Record<string, boolean | string> {
  const body = (request.body ?? {}) as Record<string, boolean | string>;
  return Object.fromEntries(
    settingNames.filter(name => name in body).map(name => [name, body[name]]),
  );
}

/** What a creation and a change have in common. */
function applyBody(
  repository: RepositoryDocument,
  request: Request,
): RepositoryDocument {
  const body = readBody(bodySchema, request);
  const byPrivate =
    body.private === undefined
      ? undefined
      : (body.private && 'private') || 'public';
  return {
    ...repository,
    description:
      body.description === undefined
        ? repository.description
        : body.description ?? undefined,
    homepage:
      body.homepage === undefined
        ? repository.homepage
        : body.homepage ?? undefined,
    visibility: body.visibility ?? byPrivate ?? repository.visibility,
    archived: body.archived ?? repository.archived,
    settings: { ...repository.settings, ...readSettings(request) },
  };
}

async function createRepository(
  state: GithubState,
  owner: string,
  request: Request,
): Promise<object> {
  const body = readBody(bodySchema, request);
  if (!body.name) throw invalid('name', 'name is required', 'missing_field');
  // GitHub writes a hyphen for each run of other characters.
  const name = body.name.replace(/[^A-Za-z0-9._-]+/g, '-');
  if (/^\.{1,2}$|\.git$/.test(name) || name.length > 100) {
    throw invalid('name', 'name is not valid');
  }
  if (state.find(owner, name)) {
    throw new GithubProblem(422, 'Repository creation failed.', [
      {
        resource: 'Repository',
        code: 'custom',
        field: 'name',
        message: 'name already exists on this account',
      },
    ]);
  }
  const team = state.teams.list().find(({ id }) => id === body.team_id);
  if (body.team_id !== undefined && !team) {
    throw invalid('team_id', 'team_id is not a team of this organization');
  }
  const created = applyBody(
    createRepositoryDocument({
      id: state.nextRepositoryId(),
      owner,
      name,
      createdAt: state.now(),
      teams: team ? { [team.slug]: 'pull' } : {},
    }),
    request,
  );
  // Taken from here on, also for a request that comes while the folder is being made.
  state.create(created);
  const directory = state.directory(owner, name);
  await rm(directory, { recursive: true, force: true }); // of a removal that was killed
  const git = await GitRepository.create(directory);
  if (body.auto_init) {
    await commitFile(git, {
      branch: 'main',
      path: 'README.md',
      content: Buffer.from(`# ${name}\n${body.description ?? ''}\n`),
      message: 'Initial commit',
      committer: {
        name: githubTokenLogin,
        email: `${githubTokenLogin}@users.noreply.github.com`,
      },
    });
  }
  return toRepository(state, created, await git.defaultBranch());
}

/** Repositories: `repos.get`, `createInOrg`, `update`, `delete`, topics, and the organization's list. */
export function addRepositoryRoutes(router: Router, state: GithubState): void {
  const answer = async (repository: RepositoryDocument) =>
    toRepository(
      state,
      repository,
      await state.git(repository).defaultBranch(),
    );

  router.post(
    '/orgs/:org/repos',
    handle(async (request, response) => {
      const { org } = request.params;
      if (org.toLowerCase() !== organization.toLowerCase()) throw notFound();
      const created = await createRepository(state, organization, request);
      response.status(201).json(created);
    }),
  );

  router.get(
    '/orgs/:org/repos',
    handle(async (request, response) => {
      const { org } = request.params;
      if (org.toLowerCase() !== organization.toLowerCase()) throw notFound();
      const visible = state.repositories
        .list()
        .filter(
          repository =>
            (repository.visibility === 'public' ||
              response.locals.authenticated) &&
            state.git(repository).exists(),
        )
        .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
      const page = paginate(state, request, response, visible);
      response.json(await Promise.all(page.map(answer)));
    }),
  );

  router.get(
    '/repos/:owner/:repo',
    handle(async (request, response) => {
      response.json(await answer(findRepository(state, request, response)));
    }),
  );

  router.patch(
    '/repos/:owner/:repo',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const { default_branch: branch } = readBody(bodySchema, request);
      const git = state.git(repository);
      if (branch !== undefined) {
        if (!(await git.resolve(`refs/heads/${branch}`))) {
          throw invalid(
            'default_branch',
            `The branch ${branch} was not found. Please push that ref first or create it via the Git Data API.`,
            'invalid',
          );
        }
        await git.setDefaultBranch(branch);
      }
      // After git was asked: others may have changed it meanwhile.
      const current = findRepository(state, request, response);
      response.json(await answer(state.save(applyBody(current, request))));
    }),
  );

  router.delete(
    '/repos/:owner/:repo',
    handle(async (request, response) => {
      const { owner, name } = findRepository(state, request, response);
      state.repositories.delete(`${owner}/${name}`.toLowerCase());
      await rm(state.directory(owner, name), { recursive: true, force: true });
      response.status(204).end();
    }),
  );

  router.get(
    '/repos/:owner/:repo/topics',
    handle(async (request, response) => {
      const { topics } = findRepository(state, request, response);
      response.json({ names: topics });
    }),
  );

  router.put(
    '/repos/:owner/:repo/topics',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const { names } = readBody(topicsSchema, request);
      const bad = names.find(name => !/^[a-z0-9][a-z0-9-]{0,49}$/.test(name));
      if (bad !== undefined) {
        throw new GithubProblem(
          422,
          'Validation Failed: Topics must start with a lowercase letter or number, consist of 50 characters or less, and can include hyphens.',
        );
      }
      const topics = [...new Set(names)];
      state.save({ ...repository, topics });
      response.json({ names: topics });
    }),
  );
}
