import {
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, toError } from '@backstage/errors';
import { Approval } from '@socialgouv/backstage-plugin-fabrique-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v4';
import { ApprovalStore } from './ApprovalStore';

const Decision = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('approved') }),
  z.strictObject({
    state: z.literal('refused'),
    // Whoever asked must be told why.
    reason: z.string().trim().min(1).max(1_000),
  }),
]);

const ListQuery = z.strictObject({
  state: z.enum(['pending', 'approved', 'refused']).optional(),
});

/** Makes the routes with which people read and decide what is asked of them. */
export function createApprovalsRouter(options: {
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  auditor: AuditorService;
  approvals: ApprovalStore;
  /** Has the task go on, in the name of who decided. */
  onDecided(
    approval: Approval,
    credentials: BackstageCredentials,
  ): Promise<void>;
}): express.Router {
  const { httpAuth, userInfo, auditor, approvals } = options;
  const router = Router();
  router.use(express.json());

  const readPerson = async (request: express.Request) => {
    const credentials: BackstageCredentials<BackstageUserPrincipal> =
      await httpAuth.credentials(request as never, { allow: ['user'] });
    const { userEntityRef, ownershipEntityRefs } = await userInfo.getUserInfo(
      credentials,
    );
    return { credentials, userEntityRef, ownershipEntityRefs };
  };

  router.get('/v1/approvals', async (request, response) => {
    const query = ListQuery.safeParse(request.query);
    if (!query.success) throw new InputError(z.prettifyError(query.error));
    const { userEntityRef, ownershipEntityRefs } = await readPerson(request);
    const all = await approvals.list(query.data);
    response.json({
      approvals: all
        // Others' plans are nobody's business but theirs and the approvers'.
        .filter(
          ({ person, approvers }) =>
            person === userEntityRef || ownershipEntityRefs.includes(approvers),
        )
        .map(approval => ({
          ...approval,
          mayDecide: ownershipEntityRefs.includes(approval.approvers),
        })),
    });
  });

  router.post('/v1/approvals/:id/decision', async (request, response) => {
    const decision = Decision.safeParse(request.body);
    if (!decision.success) {
      throw new InputError(z.prettifyError(decision.error));
    }
    const person = await readPerson(request);
    const { approvers, taskId, actionId } = await approvals.get(
      request.params.id,
    );
    const event = await auditor.createEvent({
      eventId: 'approval-decide',
      severityLevel: 'medium',
      request,
      meta: {
        approvalId: request.params.id,
        taskId,
        actionId,
        ...decision.data,
      },
    });
    try {
      if (!person.ownershipEntityRefs.includes(approvers)) {
        throw new NotAllowedError(`Only members of ${approvers} may decide`);
      }
      const approval = await approvals.decide(request.params.id, {
        ...decision.data,
        person: person.userEntityRef,
      });
      await options.onDecided(approval, person.credentials);
      await event.success();
      response.json(approval);
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  });

  return router;
}
