import { Router } from 'express';
import { z } from 'zod/v4';
import {
  findProject,
  GitlabProblem,
  handle,
  readBody,
  requireToken,
} from './gitlabHttp';
import { toPullMirror } from './gitlabMappers';
import { GitlabMirrors } from './gitlabMirrors';
import { applyProjectBody, switchSchema } from './gitlabProjectCreation';
import { GitlabState } from './gitlabState';

const mirrorSchema = z.object({
  enabled: switchSchema.optional(),
  url: z.string().optional(),
  mirror_trigger_builds: switchSchema.optional(),
});

/** The pull mirror of a project. */
export function addPullMirrorRoutes(
  router: Router,
  state: GitlabState,
  mirrors: GitlabMirrors,
): void {
  router
    .route('/projects/:id/mirror/pull')
    .get(
      handle(async (request, response) => {
        requireToken(response);
        const project = findProject(state, request, response);
        if (!project.mirror) {
          throw new GitlabProblem(400, 'The project is not mirrored');
        }
        response.json(toPullMirror(project));
      }),
    )
    .post(
      handle(async (request, response) => {
        const project = findProject(state, request, response);
        if (!project.mirror) {
          throw new GitlabProblem(400, 'The project is not mirrored');
        }
        state.update(project.id, {
          update: { ...project.update, status: 'scheduled' },
        });
        mirrors
          .fetch(project.id)
          .catch(error => state.context.log(`gitlab: mirror: ${error}`));
        response.status(200).json(200);
      }),
    )
    .put(
      handle(async (request, response) => {
        const project = findProject(state, request, response);
        const body = readBody(mirrorSchema, request);
        const saved = state.save(
          applyProjectBody(project, {
            mirror: body.enabled,
            import_url: body.url,
            mirror_trigger_builds: body.mirror_trigger_builds,
          }),
        );
        if (saved.mirror) {
          mirrors
            .fetch(saved.id)
            .catch(error => state.context.log(`gitlab: mirror: ${error}`));
        }
        response.json(toPullMirror(saved));
      }),
    );
}
