import { Request, Response, Router } from 'express';
import { z } from 'zod/v4';
import {
  findProject,
  handle,
  notFound,
  paginate,
  readBody,
  readQuery,
  requireToken,
} from './gitlabHttp';
import { toJobTrace } from './gitlabJobTrace';
import { toJob, toPipeline, toPipelineDetail } from './gitlabPipelineMappers';
import {
  JobState,
  PipelineDocument,
  PipelineState,
  toPipelineState,
} from './gitlabPipelineState';
import { GitlabPipelines } from './gitlabPipelines';
import { GitlabState, ProjectDocument } from './gitlabState';

const createSchema = z.object({
  ref: z.string(),
  variables: z
    .array(
      z.object({
        key: z.string(),
        value: z.string(),
        variable_type: z.enum(['env_var', 'file']).default('env_var'),
      }),
    )
    .default([]),
});

interface FoundJob {
  project: ProjectDocument;
  pipeline: PipelineDocument;
  at: PipelineState;
  found: JobState;
}

/** Pipelines, their jobs and logs. */
export function addPipelineRoutes(
  router: Router,
  state: GitlabState,
  pipelines: GitlabPipelines,
): void {
  const stateOf = (pipeline: PipelineDocument) =>
    toPipelineState(pipeline, state.context.now());

  const toDetail = (project: ProjectDocument, pipeline: PipelineDocument) =>
    toPipelineDetail(state, project, pipeline, stateOf(pipeline));

  const findPipeline = (request: Request, project: ProjectDocument) => {
    const pipeline = state.pipelines.get(request.params.pipeline);
    if (pipeline?.projectId !== project.id) throw notFound();
    return pipeline;
  };

  const findJob = (request: Request, response: Response): FoundJob => {
    const project = findProject(state, request, response);
    const id = Number(request.params.job);
    const pipeline = state
      .pipelinesOf(project.id)
      .find(({ jobs }) => jobs.some(job => job.id === id));
    const at = pipeline && stateOf(pipeline);
    const found = at?.jobs.find(({ job }) => job.id === id);
    if (!pipeline || !at || !found) throw notFound();
    return { project, pipeline, at, found };
  };

  const answerJob = ({ project, pipeline, at, found }: FoundJob) =>
    toJob(state, project, pipeline, at, found);

  router.get(
    '/projects/:id/pipelines',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const [ref, status, sha, scope, source] = [
        'ref',
        'status',
        'sha',
        'scope',
        'source',
      ].map(name => readQuery(request, name));
      const matching = state
        .pipelinesOf(project.id)
        .filter(item => !ref || item.ref === ref)
        .filter(item => !sha || item.sha === sha)
        .filter(item => !source || item.source === source)
        .filter(item => scope !== 'tags' || item.tag)
        .filter(item => scope !== 'branches' || !item.tag)
        .map(item => toPipeline(state, project, item, stateOf(item)))
        .filter(item => !status || item.status === status);
      if (readQuery(request, 'sort') === 'asc') matching.reverse();
      response.json(paginate(state, request, response, matching));
    }),
  );

  router.post(
    '/projects/:id/pipeline',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const { ref, variables } = readBody(createSchema, request);
      const pipeline = await pipelines.create(project, ref, variables);
      response.status(201).json(toDetail(project, pipeline));
    }),
  );

  router.get(
    '/projects/:id/pipelines/latest',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const ref =
        readQuery(request, 'ref') ?? (await state.git(project).defaultBranch());
      const [latest] = state
        .pipelinesOf(project.id)
        .filter(pipeline => pipeline.ref === ref);
      if (!latest) throw notFound();
      response.json(toDetail(project, latest));
    }),
  );

  router.get(
    '/projects/:id/pipelines/:pipeline',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      response.json(toDetail(project, findPipeline(request, project)));
    }),
  );

  router.get(
    '/projects/:id/pipelines/:pipeline/variables',
    handle(async (request, response) => {
      requireToken(response);
      const project = findProject(state, request, response);
      response.json(findPipeline(request, project).variables ?? []);
    }),
  );

  router.post(
    '/projects/:id/pipelines/:pipeline/:verb(retry|cancel)',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const pipeline = findPipeline(request, project);
      const changed =
        request.params.verb === 'retry'
          ? pipelines.retry(pipeline)
          : pipelines.cancel(pipeline);
      const status = request.params.verb === 'retry' ? 201 : 200;
      response.status(status).json(toDetail(project, changed));
    }),
  );

  const matchesScope = (request: Request, { status }: JobState) => {
    const scope = request.query.scope ?? request.query['scope[]'];
    return scope === undefined || [scope].flat().includes(status);
  };

  router.get(
    '/projects/:id/pipelines/:pipeline/jobs',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const pipeline = findPipeline(request, project);
      const at = stateOf(pipeline);
      const jobs = at.jobs
        .filter(job => matchesScope(request, job))
        .map(job => toJob(state, project, pipeline, at, job))
        .reverse(); // newest first, as everywhere in GitLab
      response.json(paginate(state, request, response, jobs));
    }),
  );

  router.get(
    '/projects/:id/jobs',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const jobs = state.pipelinesOf(project.id).flatMap(pipeline => {
        const at = stateOf(pipeline);
        return at.jobs
          .filter(job => matchesScope(request, job))
          .map(job => toJob(state, project, pipeline, at, job))
          .reverse();
      });
      response.json(paginate(state, request, response, jobs));
    }),
  );

  router.get(
    '/projects/:id/jobs/:job',
    handle(async (request, response) => {
      response.json(answerJob(findJob(request, response)));
    }),
  );

  router.get(
    '/projects/:id/jobs/:job/trace',
    handle(async (request, response) => {
      const { project, pipeline, found } = findJob(request, response);
      const path = `${project.namespace}/${project.path}`;
      response.type('text/plain').send(toJobTrace(found, pipeline, path));
    }),
  );

  router.post(
    '/projects/:id/jobs/:job/:verb(play|retry)',
    handle(async (request, response) => {
      const { pipeline, found } = findJob(request, response);
      const index = pipeline.jobs.findIndex(({ id }) => id === found.job.id);
      const changed =
        request.params.verb === 'play'
          ? pipelines.play(pipeline, found.job.id)
          : pipelines.retry(pipeline, found.job.id);
      // A retried job has a new number.
      request.params.job = String(changed.jobs[index].id);
      response
        .status(request.params.verb === 'play' ? 200 : 201)
        .json(answerJob(findJob(request, response)));
    }),
  );
}
