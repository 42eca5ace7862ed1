import { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError, toError } from '@backstage/errors';
import {
  fabriqueGitlabMirrorRunPermission,
  GitlabMirrorRun,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { IntegrationProvider } from '@socialgouv/backstage-plugin-fabrique-node';
import express from 'express';
import Router from 'express-promise-router';
import { AnswerCache } from '../../overview/AnswerCache';
import { toQuestion } from '../../overview/toQuestion';
import {
  EntityRouteServices,
  readPermittedEntity,
} from '../../readPermittedEntity';
import { GitlabTarget } from './gitlabProvider';
import { MirrorRunner } from './MirrorRunner';

/**
 * Makes the route that has the GitLab mirror of an entity copy its source now, which is all that it does.
 * Which mirror follows from the entity, never from the request.
 */
export function createGitlabMirrorRouter(
  options: EntityRouteServices & {
    auditor: AuditorService;
    answers: AnswerCache;
    /** Of GitLab: it knows which project an entity has. */
    provider: IntegrationProvider<any, any, any>;
    runner: MirrorRunner;
  },
): express.Router {
  const { answers, auditor, provider, runner } = options;
  const router = Router();

  router.post(
    '/v1/entities/:kind/:namespace/:name/gitlab-mirror/run',
    async (request, response) => {
      if (Object.keys(request.query).length > 0) {
        throw new InputError('This route takes no parameters');
      }
      const event = await auditor.createEvent({
        eventId: 'gitlab-mirror-run',
        severityLevel: 'medium',
        request: request as never,
        meta: { entityRef: stringifyEntityRef(request.params) },
      });
      try {
        const entity = await readPermittedEntity(options, {
          request,
          permission: fabriqueGitlabMirrorRunPermission,
          refusal: 'You may not run the GitLab mirror of',
          usersOnly: true,
        });
        const target: GitlabTarget | undefined =
          provider.toTarget(entity, 'prod') ??
          provider.deriveTarget?.(entity, 'prod');
        if (!target) throw new NotFoundError('The entity has no GitLab mirror');
        const { project } = target;
        const run = await runner.run(project);
        // The page shows what has changed as soon as it asks again.
        await answers.renew(toQuestion(provider, target));
        const meta = { project, state: run.state };
        await (run.state === 'failed'
          ? event.fail({ meta, error: new Error(toWords(run)) })
          : event.success({ meta }));
        response.json(run);
      } catch (error) {
        await event.fail({ error: toError(error) });
        throw error;
      }
    },
  );

  return router;
}

function toWords(run: Extract<GitlabMirrorRun, { state: 'failed' }>): string {
  return run.failure?.message ?? run.lastError ?? 'The mirror failed';
}
