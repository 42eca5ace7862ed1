import { Request, Response, Router } from 'express';
import { z } from 'zod/v4';
import {
  findProject,
  GitlabProblem,
  handle,
  notFound,
  paginate,
  readBody,
  requireToken,
} from './gitlabHttp';
import { GitlabState, VariableDocument } from './gitlabState';

const variableSchema = z.object({
  key: z.string().optional(),
  value: z.coerce.string().optional(),
  variable_type: z.enum(['env_var', 'file']).optional(),
  protected: z.boolean().optional(),
  masked: z.boolean().optional(),
  masked_and_hidden: z.boolean().optional(),
  raw: z.boolean().optional(),
  environment_scope: z.string().optional(),
  description: z.string().nullish(),
});

/** A hidden value is never shown again, not even to the token. */
const toVariable = ({ value, ...variable }: VariableDocument) => ({
  ...variable,
  value: variable.hidden ? null : value,
  description: variable.description ?? null,
});

function readScope(request: Request): string | undefined {
  const { filter } = request.query;
  return typeof filter === 'object' && 'environment_scope' in filter
    ? String(filter.environment_scope)
    : undefined;
}

function check(variable: VariableDocument): VariableDocument {
  if (!/^\w{1,255}$/.test(variable.key)) {
    throw new GitlabProblem(400, {
      message: { key: ["can contain only letters, digits and '_'."] },
    });
  }
  if (variable.masked && !/^\S{8,}$/.test(variable.value)) {
    throw new GitlabProblem(400, { message: { value: ['is invalid'] } });
  }
  return variable;
}

/** CI/CD variables of a project. */
export function addVariableRoutes(router: Router, state: GitlabState): void {
  const find = (request: Request, response: Response) => {
    requireToken(response);
    const project = findProject(state, request, response);
    const scope = readScope(request);
    const variable = project.variables.find(
      item =>
        item.key === request.params.key &&
        (scope === undefined || item.environment_scope === scope),
    );
    if (!variable) throw notFound('Variable');
    return { project, variable };
  };

  router
    .route('/projects/:id/variables')
    .get(
      handle(async (request, response) => {
        requireToken(response);
        const { variables } = findProject(state, request, response);
        const page = paginate(state, request, response, variables);
        response.json(page.map(toVariable));
      }),
    )
    .post(
      handle(async (request, response) => {
        const project = findProject(state, request, response);
        const { masked_and_hidden: isHidden, ...body } = readBody(
          variableSchema,
          request,
        );
        if (body.key === undefined || body.value === undefined) {
          const field = body.key === undefined ? 'key' : 'value';
          throw new GitlabProblem(400, { error: `${field} is missing` });
        }
        const variable = check({
          key: body.key,
          value: body.value,
          variable_type: body.variable_type ?? 'env_var',
          protected: body.protected ?? false,
          masked: isHidden || (body.masked ?? false),
          hidden: isHidden ?? false,
          raw: body.raw ?? false,
          environment_scope: body.environment_scope ?? '*',
          description: body.description ?? undefined,
        });
        const isTaken = project.variables.some(
          item =>
            item.key === variable.key &&
            item.environment_scope === variable.environment_scope,
        );
        if (isTaken) {
          throw new GitlabProblem(400, {
            message: { key: [`(${variable.key}) has already been taken`] },
          });
        }
        state.update(project.id, {
          variables: [...project.variables, variable],
        });
        response.status(201).json(toVariable(variable));
      }),
    );

  router
    .route('/projects/:id/variables/:key')
    .get(
      handle(async (request, response) => {
        response.json(toVariable(find(request, response).variable));
      }),
    )
    .put(
      handle(async (request, response) => {
        const { project, variable } = find(request, response);
        const { masked_and_hidden: isHidden, ...body } = readBody(
          variableSchema,
          request,
        );
        const changed = check({
          ...variable,
          ...body,
          key: variable.key,
          masked: isHidden || (body.masked ?? variable.masked),
          description: body.description ?? variable.description,
        });
        state.update(project.id, {
          variables: project.variables.map(item =>
            item === variable ? changed : item,
          ),
        });
        response.json(toVariable(changed));
      }),
    )
    .delete(
      handle(async (request, response) => {
        const { project, variable } = find(request, response);
        state.update(project.id, {
          variables: project.variables.filter(item => item !== variable),
        });
        response.status(204).end();
      }),
    );
}
