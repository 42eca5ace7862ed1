import { Request, Router } from 'express';
import { z } from 'zod/v4';
import {
  findRepository,
  GithubProblem,
  handle,
  notFound,
  paginate,
  readBody,
} from './githubHttp';
import {
  toOrganization,
  toPermissions,
  toRepository,
  toRoleName,
  toTeam,
  toUser,
} from './githubMappers';
import {
  GithubState,
  organization,
  TeamDocument,
  TeamPermission,
  teamPermissions,
} from './githubState';

const permissionSchema = z.object({
  permission: z.enum(teamPermissions).optional(),
});

const teamSchema = z.object({
  name: z.string().min(1),
  description: z.string().nullish(),
  privacy: z.enum(['closed', 'secret']).optional(),
});

function requireOrganization(request: Request): void {
  if (request.params.org.toLowerCase() !== organization.toLowerCase()) {
    throw notFound();
  }
}

function findTeam(state: GithubState, request: Request): TeamDocument {
  requireOrganization(request);
  const team = state.teams.get(request.params.slug.toLowerCase());
  if (!team) throw notFound();
  return team;
}

/** A team as it is given alone. */
function toWholeTeam(state: GithubState, team: TeamDocument): object {
  return {
    ...toTeam(state, team),
    members_count: team.members.length,
    repos_count: state.repositories
      .list()
      .filter(({ teams }) => team.slug in teams).length,
    created_at: team.createdAt,
    updated_at: team.createdAt,
    organization: toOrganization(state),
  };
}

const withPermission = (
  state: GithubState,
  team: TeamDocument,
  permission: TeamPermission,
) => ({
  ...toTeam(state, team),
  permission,
  permissions: toPermissions(permission),
});

/** Teams, their members and their access to repositories. */
export function addTeamRoutes(router: Router, state: GithubState): void {
  router.get(
    '/orgs/:org/teams',
    handle(async (request, response) => {
      requireOrganization(request);
      const page = paginate(state, request, response, state.teams.list());
      response.json(page.map(team => toTeam(state, team)));
    }),
  );

  router.get(
    '/orgs/:org/teams/:slug',
    handle(async (request, response) => {
      const team = findTeam(state, request);
      response.json(toWholeTeam(state, team));
    }),
  );

  router.post(
    '/orgs/:org/teams',
    handle(async (request, response) => {
      requireOrganization(request);
      const { name, description } = readBody(teamSchema, request);
      const slug = name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '');
      if (state.teams.get(slug)) {
        throw new GithubProblem(422, 'Validation Failed', [
          {
            resource: 'Team',
            code: 'already_exists',
            field: 'name',
            message: 'Name must be unique for this org',
          },
        ]);
      }
      const ids = state.teams.list().map(({ id }) => id);
      const team = state.teams.put(slug, {
        id: Math.max(200, ...ids) + 1,
        slug,
        name,
        description: description ?? '',
        members: [],
        createdAt: state.now(),
      });
      response.status(201).json(toWholeTeam(state, team));
    }),
  );

  router.delete(
    '/orgs/:org/teams/:slug',
    handle(async (request, response) => {
      const { slug } = findTeam(state, request);
      state.teams.delete(slug);
      for (const repository of state.repositories.list()) {
        if (!(slug in repository.teams)) continue;
        const { [slug]: _removed, ...teams } = repository.teams;
        state.save({ ...repository, teams });
      }
      response.status(204).end();
    }),
  );

  router
    .route('/orgs/:org/teams/:slug/memberships/:login')
    .put(
      handle(async (request, response) => {
        const team = findTeam(state, request);
        const { login } = request.params;
        state.teams.put(team.slug, {
          ...team,
          members: [...new Set([...team.members, login])],
        });
        response.json({
          url: `${state.apiUrl}${request.path}`,
          role: 'member',
          state: 'active',
        });
      }),
    )
    .delete(
      handle(async (request, response) => {
        const team = findTeam(state, request);
        const { login } = request.params;
        if (!team.members.includes(login)) throw notFound();
        state.teams.put(team.slug, {
          ...team,
          members: team.members.filter(member => member !== login),
        });
        response.status(204).end();
      }),
    );

  router.get(
    '/orgs/:org/teams/:slug/members',
    handle(async (request, response) => {
      const team = findTeam(state, request);
      const page = paginate(state, request, response, team.members);
      response.json(page.map(login => toUser(state, login)));
    }),
  );

  router.get(
    '/orgs/:org/teams/:slug/repos',
    handle(async (request, response) => {
      const team = findTeam(state, request);
      const page = paginate(
        state,
        request,
        response,
        state.repositories.list().filter(({ teams }) => team.slug in teams),
      );
      response.json(
        await Promise.all(
          page.map(async repository => ({
            ...toRepository(
              state,
              repository,
              await state.git(repository).defaultBranch(),
            ),
            permissions: toPermissions(repository.teams[team.slug]),
            role_name: toRoleName(repository.teams[team.slug]),
          })),
        ),
      );
    }),
  );

  router
    .route('/orgs/:org/teams/:slug/repos/:owner/:repo')
    .get(
      handle(async (request, response) => {
        const team = findTeam(state, request);
        const repository = findRepository(state, request, response);
        const permission = repository.teams[team.slug];
        if (!permission) throw notFound();
        // Only this media type has a body; by default the status alone answers.
        if (!/v3\.repository/.test(request.headers.accept ?? '')) {
          response.status(204).end();
          return;
        }
        response.json({
          ...toRepository(
            state,
            repository,
            await state.git(repository).defaultBranch(),
          ),
          permissions: toPermissions(permission),
          role_name: toRoleName(permission),
        });
      }),
    )
    .put(
      handle(async (request, response) => {
        const team = findTeam(state, request);
        const repository = findRepository(state, request, response);
        if (repository.owner !== organization) {
          throw new GithubProblem(422, 'Validation Failed');
        }
        const { permission = 'push' } = readBody(permissionSchema, request);
        state.save({
          ...repository,
          teams: { ...repository.teams, [team.slug]: permission },
        });
        response.status(204).end();
      }),
    )
    .delete(
      handle(async (request, response) => {
        const team = findTeam(state, request);
        const repository = findRepository(state, request, response);
        const { [team.slug]: _removed, ...teams } = repository.teams;
        state.save({ ...repository, teams });
        response.status(204).end();
      }),
    );

  router.get(
    '/repos/:owner/:repo/teams',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      if (!response.locals.authenticated) throw notFound();
      const teams = Object.entries(repository.teams).flatMap(
        ([slug, permission]) => {
          const team = state.teams.get(slug);
          return team ? [withPermission(state, team, permission)] : [];
        },
      );
      response.json(paginate(state, request, response, teams));
    }),
  );
}
