import {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { Approval } from '@socialgouv/backstage-plugin-fabrique-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v4';
import { ApprovalStore } from './ApprovalStore';
import { LedgerStore } from './LedgerStore';
import { WaitingTasks } from './WaitingTasks';

const text = z.string().min(1).max(1_000);

const Task = z.strictObject({
  taskId: text,
  stepId: text,
  actionId: text,
  templateRef: text.optional(),
  person: text.optional(),
});

const environment = z.enum(['dev', 'preprod', 'prod']).optional();

const ClaimBody = z.strictObject({
  subject: z.strictObject({
    key: text,
    type: text,
    title: text,
    environment,
    application: text,
  }),
  task: Task,
  verb: z.enum(['create', 'adopt']),
  absent: z.boolean().optional(),
});

const MadeBody = z.strictObject({
  reference: z.json().optional(),
  location: z.string().max(2_000).optional(),
});

const EntriesQuery = z.strictObject({
  taskId: text.optional(),
  application: text.optional(),
  key: text.optional(),
  removed: z.stringbool().optional(),
});

const ApprovalBody = z.strictObject({
  task: Task,
  approvers: text,
  plan: z
    .array(
      z.strictObject({
        key: text,
        type: text.optional(),
        title: text,
        environment,
        verb: z.enum(['create', 'adopt', 'update', 'nothing']),
        detail: z.string().optional(),
      }),
    )
    .min(1),
});

const WaitBody = z.strictObject({
  stepId: text,
  reason: text,
  resumeAt: z.iso.datetime().optional(),
});

/** Makes the routes that only the scaffolder's actions may use. */
export function createLedgerRouter(options: {
  httpAuth: HttpAuthService;
  ledger: LedgerStore;
  approvals: ApprovalStore;
  waiting: WaitingTasks;
  /** Told of every plan that somebody must look at. */
  onApprovalRequested(approval: Approval): Promise<void>;
}): express.Router {
  const { httpAuth, ledger, approvals, waiting } = options;
  const router = Router();
  router.use(express.json({ limit: '1mb' }));

  const requireService = async (
    request: express.Request,
    ...plugins: string[]
  ) => {
    const credentials: BackstageCredentials<{ subject?: string }> =
      await httpAuth.credentials(request as never, { allow: ['service'] });
    const { subject } = credentials.principal;
    if (!plugins.some(id => subject === `plugin:${id}`)) {
      throw new NotAllowedError(`Only for the plugin ${plugins.join(', ')}`);
    }
  };
  const requireScaffolder = (request: express.Request) =>
    requireService(request, 'scaffolder');

  router.post('/v1/ledger/claims', async (request, response) => {
    await requireScaffolder(request);
    const { subject, task, ...rest } = parse(ClaimBody, request.body);
    response.json(await ledger.claim(subject, task, rest));
  });

  router.get('/v1/ledger/entries', async (request, response) => {
    // The catalog shows what was made as resources.
    await requireService(request, 'scaffolder', 'catalog');
    const filter = parse(EntriesQuery, request.query);
    response.json({ entries: await ledger.list(filter) });
  });

  router.put('/v1/ledger/entries/:id/lease', async (request, response) => {
    await requireScaffolder(request);
    await ledger.renew(request.params.id);
    response.json({});
  });

  router.delete('/v1/ledger/entries/:id/lease', async (request, response) => {
    await requireScaffolder(request);
    await ledger.release(request.params.id);
    response.json({});
  });

  router.put('/v1/ledger/entries/:id/made', async (request, response) => {
    await requireScaffolder(request);
    const facts = parse(MadeBody, request.body);
    response.json(await ledger.setMade(request.params.id, facts));
  });

  router.put('/v1/ledger/entries/:id/removed', async (request, response) => {
    await requireScaffolder(request);
    const { taskId } = parse(z.strictObject({ taskId: text }), request.body);
    await ledger.setRemoved(request.params.id, taskId);
    response.json({});
  });

  router.put('/v1/approvals', async (request, response) => {
    await requireScaffolder(request);
    const { task, ...wish } = parse(ApprovalBody, request.body);
    const { approval, isNew } = await approvals.request(task, wish);
    if (isNew) await options.onApprovalRequested(approval);
    response.json(approval);
  });

  router.put('/v1/waiting-tasks/:taskId', async (request, response) => {
    await requireScaffolder(request);
    const { resumeAt, ...rest } = parse(WaitBody, request.body);
    await waiting.set({
      taskId: request.params.taskId,
      ...rest,
      ...(resumeAt && { resumeAt: new Date(resumeAt) }),
    });
    response.json(await waiting.get(request.params.taskId));
  });

  router.get('/v1/waiting-tasks/:taskId', async (request, response) => {
    await requireScaffolder(request);
    response.json((await waiting.get(request.params.taskId)) ?? null);
  });

  router.delete('/v1/waiting-tasks/:taskId', async (request, response) => {
    await requireScaffolder(request);
    await waiting.remove(request.params.taskId);
    response.json({});
  });

  return router;
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw new InputError(z.prettifyError(result.error));
  return result.data;
}
