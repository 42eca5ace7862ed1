import { Express, Request } from 'express';
import {
  createNotFound,
  readOne,
  SentryBadRequest,
  SentryError,
  sendPage,
} from './sentryHttp';
import { listEnvironments } from './sentryIssues';
import { toKey, toOrganization, toProject, toTeam } from './sentryMappers';
import { toProjectDetails } from './projectDetails';
import { listReleases } from './sentryReleases';
import { SentryProject, SentryState, SentryTeam } from './SentryState';

const slugPattern = /^(?![0-9]+$)[a-z0-9_-]+$/;
const invalidSlug =
  'Enter a valid slug consisting of lowercase letters, numbers, underscores or hyphens. It cannot be entirely numeric.';

const toSlug = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** The project that a path names. @throws SentryError 404 */
export function getProject(state: SentryState, req: Request): SentryProject {
  const project = state.findProject(req.params.project);
  if (!project) throw createNotFound();
  return project;
}

function getTeam(state: SentryState, req: Request): SentryTeam {
  const { team: slugOrId } = req.params;
  const team =
    state.teams.get(slugOrId) ??
    state.teams.list().find(({ id }) => id === slugOrId);
  if (!team) throw createNotFound();
  return team;
}

/** Reads a field that must be text, no longer than allowed. */
function readField(
  body: Record<string, unknown>,
  name: string,
  maximum: number,
): string | undefined {
  const value = body[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') {
    throw new SentryBadRequest({ [name]: ['Not a valid string.'] });
  }
  if (value.length > maximum) {
    throw new SentryBadRequest({
      [name]: [`Ensure this field has no more than ${maximum} characters.`],
    });
  }
  return value;
}

function readSlug(body: Record<string, unknown>, maximum: number) {
  const slug = readField(body, 'slug', maximum);
  if (slug !== undefined && !slugPattern.test(slug)) {
    throw new SentryBadRequest({ slug: [invalidSlug] });
  }
  return slug;
}

/** Organization, teams, projects and their keys. */
export function addProjectRoutes(app: Express, state: SentryState): void {
  const organization = '/api/0/organizations/:organization/';
  const project = '/api/0/projects/:organization/:project/';
  const present = (each: SentryProject) =>
    toProject(state, each, listReleases(state, [each])[0]);
  const matches = (req: Request) => {
    const query = (readOne(req, 'query') ?? '').replace(/^slug:/, '');
    return ({ slug, name }: { slug: string; name: string }) =>
      slug.includes(query.toLowerCase()) || name.includes(query);
  };

  app.get(organization, (_req, res) => {
    res.json(toOrganization(state));
  });
  app.get(`${organization}projects/`, (req, res) => {
    sendPage(req, res, {
      baseUrl: state.url,
      items: state.projects
        .list()
        .filter(matches(req))
        .sort((a, b) => a.slug.localeCompare(b.slug))
        .map(present),
    });
  });

  app.get(`${organization}teams/`, (req, res) => {
    sendPage(req, res, {
      baseUrl: state.url,
      items: state.teams.list().filter(matches(req)).map(toTeam),
    });
  });
  app.post(`${organization}teams/`, (req, res) => {
    const body = req.body as Record<string, unknown>;
    const name = readField(body, 'name', 64);
    const slug = readSlug(body, 50) ?? (name && toSlug(name));
    if (!slug) {
      throw new SentryBadRequest({
        non_field_errors: ['Name or slug is required'],
      });
    }
    if (state.teams.get(slug)) {
      const detail = 'A team with this slug already exists.';
      throw new SentryError(409, { non_field_errors: [detail], detail });
    }
    res.status(201).json(toTeam(state.createTeam(slug, name ?? slug)));
  });
  app.get('/api/0/teams/:organization/:team/', (req, res) => {
    res.json(toTeam(getTeam(state, req)));
  });
  app.delete('/api/0/teams/:organization/:team/', (req, res) => {
    state.deleteTeam(getTeam(state, req).slug);
    res.status(204).end();
  });
  app.get('/api/0/teams/:organization/:team/projects/', (req, res) => {
    const { slug } = getTeam(state, req);
    const items = state.projects
      .list()
      .filter(each => each.teams.includes(slug))
      .map(present);
    sendPage(req, res, { baseUrl: state.url, items });
  });
  app.post('/api/0/teams/:organization/:team/projects/', (req, res) => {
    const team = getTeam(state, req);
    const body = req.body as Record<string, unknown>;
    const name = readField(body, 'name', 50);
    if (!name) {
      throw new SentryBadRequest({ name: ['This field is required.'] });
    }
    const slug = readSlug(body, 100) ?? toSlug(name);
    if (state.projects.get(slug)) {
      const detail = 'A project with this slug already exists.';
      throw new SentryError(409, { slug: [detail], detail });
    }
    const created = state.createProject({
      slug,
      name,
      platform: readField(body, 'platform', 64),
      teams: [team.slug],
    });
    res.status(201).json(present(created));
  });

  app.get(project, (req, res) => {
    const found = getProject(state, req);
    res.json(toProjectDetails(state, found, present(found)));
  });
  app.put(project, (req, res) => {
    const found = getProject(state, req);
    const body = req.body as Record<string, unknown>;
    const slug = readSlug(body, 100) ?? found.slug;
    if (slug !== found.slug && state.projects.get(slug)) {
      throw new SentryBadRequest({
        slug: [
          `Another project (${
            state.projects.get(slug)!.name
          }) is already using that slug`,
        ],
      });
    }
    const updated: SentryProject = {
      ...found,
      slug,
      name: readField(body, 'name', 200) ?? found.name,
      platform: readField(body, 'platform', 64) ?? found.platform,
    };
    if (slug !== found.slug) state.projects.delete(found.slug);
    state.projects.put(slug, updated);
    res.json(toProjectDetails(state, updated, present(updated)));
  });
  app.delete(project, (req, res) => {
    state.deleteProject(getProject(state, req));
    res.status(204).end();
  });

  app.get(`${project}keys/`, (req, res) => {
    const found = getProject(state, req);
    const items = found.keys.map(key => toKey(state, found, key));
    sendPage(req, res, { baseUrl: state.url, items });
  });
  app.post(`${project}keys/`, (req, res) => {
    const found = getProject(state, req);
    const body = req.body as Record<string, unknown>;
    const key = state.createKey(readField(body, 'name', 64) ?? 'Default');
    state.projects.put(found.slug, { ...found, keys: [...found.keys, key] });
    res.status(201).json(toKey(state, found, key));
  });
  app.get(`${project}environments/`, (req, res) => {
    res.json(
      listEnvironments(state, getProject(state, req)).map((name, index) => ({
        id: String(index + 1),
        name,
        isHidden: false,
      })),
    );
  });
  app.get(`${project}teams/`, (req, res) => {
    const found = getProject(state, req);
    res.json(
      found.teams.flatMap(slug => {
        const team = state.teams.get(slug);
        return team ? [toTeam(team)] : [];
      }),
    );
  });
  app.post(`${project}teams/:team/`, (req, res) => {
    const found = getProject(state, req);
    const { slug } = getTeam(state, req);
    const teams = [...new Set([...found.teams, slug])];
    res
      .status(201)
      .json(present(state.projects.put(found.slug, { ...found, teams })));
  });
  app.delete(`${project}teams/:team/`, (req, res) => {
    const found = getProject(state, req);
    const { slug } = getTeam(state, req);
    const teams = found.teams.filter(each => each !== slug);
    res.json(present(state.projects.put(found.slug, { ...found, teams })));
  });
}
