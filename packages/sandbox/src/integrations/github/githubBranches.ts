import { Router } from 'express';
import { z } from 'zod/v4';
import { GitRef } from '../../git/GitRepository';
import {
  findRepository,
  GithubProblem,
  handle,
  notFound,
  paginate,
  readBody,
} from './githubHttp';
import { toCommit, toTeam, toUser } from './githubMappers';
import { GithubState, RepositoryDocument } from './githubState';

const protectionSchema = z
  .object({
    required_status_checks: z
      .object({
        strict: z.boolean().optional(),
        contexts: z.array(z.string()).optional(),
        checks: z.array(z.object({ context: z.string() })).optional(),
      })
      .nullable(),
    enforce_admins: z.boolean().nullable(),
    required_pull_request_reviews: z
      .object({
        required_approving_review_count: z.number().min(0).max(6).optional(),
        require_code_owner_reviews: z.boolean().optional(),
        dismiss_stale_reviews: z.boolean().optional(),
      })
      .nullable(),
    restrictions: z
      .object({ users: z.array(z.string()), teams: z.array(z.string()) })
      .nullable(),
    required_linear_history: z.boolean().optional(),
    allow_force_pushes: z.boolean().nullish(),
    allow_deletions: z.boolean().optional(),
    required_conversation_resolution: z.boolean().optional(),
  })
  .loose();

type Protection = z.infer<typeof protectionSchema>;

const notProtected = () => new GithubProblem(404, 'Branch not protected');

/** A branch's protection: switches come back as `{ enabled }`. */
function toProtection(
  state: GithubState,
  url: string,
  protection: Protection,
): object {
  const checks = protection.required_status_checks;
  const reviews = protection.required_pull_request_reviews;
  const { restrictions } = protection;
  const contexts = checks?.contexts ?? checks?.checks?.map(c => c.context);
  const enabled = (value: unknown) => ({ enabled: value === true });
  return {
    url,
    ...(checks
      ? {
          required_status_checks: {
            url: `${url}/required_status_checks`,
            strict: checks.strict ?? false,
            contexts: contexts ?? [],
            contexts_url: `${url}/required_status_checks/contexts`,
            checks: (contexts ?? []).map(context => ({
              context,
              app_id: null,
            })),
          },
        }
      : {}),
    ...(reviews
      ? {
          required_pull_request_reviews: {
            url: `${url}/required_pull_request_reviews`,
            dismiss_stale_reviews: reviews.dismiss_stale_reviews ?? false,
            require_code_owner_reviews:
              reviews.require_code_owner_reviews ?? false,
            require_last_push_approval: false,
            required_approving_review_count:
              reviews.required_approving_review_count ?? 1,
          },
        }
      : {}),
    ...(restrictions
      ? {
          restrictions: {
            url: `${url}/restrictions`,
            users: restrictions.users.map(login => toUser(state, login)),
            teams: restrictions.teams.flatMap(slug => {
              const team = state.teams.get(slug);
              return team ? [toTeam(state, team)] : [];
            }),
            apps: [],
          },
        }
      : {}),
    required_signatures: { url: `${url}/required_signatures`, enabled: false },
    enforce_admins: {
      url: `${url}/enforce_admins`,
      enabled: protection.enforce_admins === true,
    },
    required_linear_history: enabled(protection.required_linear_history),
    allow_force_pushes: enabled(protection.allow_force_pushes),
    allow_deletions: enabled(protection.allow_deletions),
    block_creations: enabled(false),
    required_conversation_resolution: enabled(
      protection.required_conversation_resolution,
    ),
    lock_branch: enabled(false),
    allow_fork_syncing: enabled(false),
  };
}

/** Branches, their protection, and tags. */
export function addBranchRoutes(router: Router, state: GithubState): void {
  const apiOf = ({ owner, name }: RepositoryDocument) =>
    `${state.apiUrl}/repos/${owner}/${name}`;

  const toBranch = (repository: RepositoryDocument, { name, sha }: GitRef) => ({
    name,
    commit: { sha, url: `${apiOf(repository)}/commits/${sha}` },
    protected: name in repository.protections,
    protection: {
      enabled: name in repository.protections,
      required_status_checks: {
        enforcement_level: 'off',
        contexts: [],
        checks: [],
      },
    },
    protection_url: `${apiOf(repository)}/branches/${name}/protection`,
  });

  const findBranch = async (repository: RepositoryDocument, name: string) => {
    const branches = await state.git(repository).branches();
    const branch = branches.find(item => item.name === name);
    if (!branch) throw new GithubProblem(404, 'Branch not found');
    return branch;
  };

  router.get(
    '/repos/:owner/:repo/branches',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const branches = (await state.git(repository).branches())
        .map(branch => toBranch(repository, branch))
        .filter(
          branch =>
            request.query.protected === undefined ||
            String(branch.protected) === request.query.protected,
        );
      response.json(paginate(state, request, response, branches));
    }),
  );

  router
    .route('/repos/:owner/:repo/branches/:branch(.+)/protection')
    .get(
      handle(async (request, response) => {
        const repository = findRepository(state, request, response);
        // GitHub shows protection to administrators only.
        if (!response.locals.authenticated) throw notFound();
        const { name } = await findBranch(repository, request.params.branch);
        const protection = repository.protections[name];
        if (!protection) throw notProtected();
        const url = `${apiOf(repository)}/branches/${name}/protection`;
        response.json(toProtection(state, url, protection as Protection));
      }),
    )
    .put(
      handle(async (request, response) => {
        const { name } = await findBranch(
          findRepository(state, request, response),
          request.params.branch,
        );
        // After git was asked: others may have changed it meanwhile.
        const repository = findRepository(state, request, response);
        const protection = readBody(protectionSchema, request);
        state.save({
          ...repository,
          protections: { ...repository.protections, [name]: protection },
        });
        const url = `${apiOf(repository)}/branches/${name}/protection`;
        response.json(toProtection(state, url, protection));
      }),
    )
    .delete(
      handle(async (request, response) => {
        const repository = findRepository(state, request, response);
        const { [request.params.branch]: removed, ...protections } =
          repository.protections;
        if (!removed) throw notProtected();
        state.save({ ...repository, protections });
        response.status(204).end();
      }),
    );

  // Rulesets are the newer kind of protection; this organization has none.
  router.get(
    '/repos/:owner/:repo/rules/branches/:branch(.+)',
    handle(async (request, response) => {
      findRepository(state, request, response);
      response.json([]);
    }),
  );

  router.get(
    '/repos/:owner/:repo/branches/:branch(.+)',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const branch = await findBranch(repository, request.params.branch);
      const [commit] = await state
        .git(repository)
        .commits({ revision: branch.sha, limit: 1 });
      response.json({
        ...toBranch(repository, branch),
        commit: toCommit(state, repository, commit),
        _links: {
          self: `${apiOf(repository)}/branches/${branch.name}`,
          html: `${state.context.urls.github}/${repository.owner}/${repository.name}/tree/${branch.name}`,
        },
      });
    }),
  );

  router.get(
    '/repos/:owner/:repo/tags',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const tags = (await state.git(repository).tags()).reverse();
      response.json(
        paginate(state, request, response, tags).map(({ name, sha }) => ({
          name,
          commit: { sha, url: `${apiOf(repository)}/commits/${sha}` },
          zipball_url: `${apiOf(repository)}/zipball/refs/tags/${name}`,
          tarball_url: `${apiOf(repository)}/tarball/refs/tags/${name}`,
          node_id: Buffer.from(`T_${sha}`).toString('base64'),
        })),
      );
    }),
  );
}
