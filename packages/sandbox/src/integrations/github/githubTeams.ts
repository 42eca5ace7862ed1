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
      const repositories = state.repositories
        .list()
        .filter(({ teams }) => team.slug in teams);
      response.json({
        ...toTeam(state, team),
        members_count: team.members.length,
        repos_count: repositories.length,
        created_at: team.createdAt,
        updated_at: team.createdAt,
        organization: toUser(state, organization),
      });
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
