import { randomUUID } from 'crypto';
import { Request, Response, Router } from 'express';
import { DocumentStore } from '../kernel/DocumentStore';
import { SandboxContext } from '../kernel/Facade';
import { ArmError } from './ArmError';
import { identity } from './identity';

/** One long-running operation: what it does is data, so that it goes on after a kill. */
interface Operation<Task> {
  id: string;
  provider: string;
  /** What the operation makes or changes. */
  resourceId: string;
  /** Of the request that asked for it: a DELETE has no resource to show at its end. */
  method: string;
  task: Task;
  status: 'InProgress' | 'Succeeded' | 'Failed';
  startTime: string;
  /** When it is done, by the sandbox's clock. */
  dueTime: string;
  /** Polled at its result. */
  hasNoStatus?: boolean;
  endTime?: string;
  error?: { code: string; message: string };
}

const keptOperations = 200;

/**
 * The long-running operations of Azure Resource Manager: accepted at once, done later, polled until then.
 */
export class ArmOperations<Task extends object> {
  readonly #context: SandboxContext;
  readonly #documents: DocumentStore<Operation<Task>>;
  readonly #run: (task: Task) => Promise<void>;
  readonly #waiting = new Map<
    string,
    { operation: Operation<Task>; timer: NodeJS.Timeout }
  >();
  readonly #running = new Set<Promise<void>>();

  /**
   * @param name - of the documents that keep the operations
   * @param run - does a task; done twice, it has the same end state
   */
  constructor(
    context: SandboxContext,
    name: string,
    run: (task: Task) => Promise<void>,
  ) {
    this.#context = context;
    this.#documents = context.documents<Operation<Task>>(name);
    this.#run = run;
  }

  /** Takes up the operations that a kill interrupted. */
  resume(): void {
    for (const operation of this.#documents.list())
      if (operation.status === 'InProgress') this.#schedule(operation);
  }

  /** Waits for the running ones; those that still wait go on at the next start. */
  async stop(): Promise<void> {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    await Promise.allSettled(this.#running);
  }

  /**
   * Accepts a task and answers 202. With `polling: 'location'`, as the storage provider does, the
   * operation is polled at its result; else at its status.
   */
  accept(
    req: Request,
    res: Response,
    options: {
      provider: string;
      resourceId: string;
      task: Task;
      durationMs: number;
      polling?: 'status' | 'location';
    },
  ): void {
    const { provider, resourceId, task, durationMs, polling } = options;
    const id = randomUUID();
    const now = this.#context.now();
    const operation = this.#documents.put(id, {
      id,
      provider,
      resourceId,
      method: req.method,
      task,
      status: 'InProgress',
      startTime: now.toISOString(),
      dueTime: new Date(now.getTime() + durationMs).toISOString(),
      hasNoStatus: polling === 'location',
    });
    this.#schedule(operation);

    const version = new URLSearchParams({
      'api-version': String(req.query['api-version'] ?? ''),
    });
    const at = (path: string) =>
      `${this.#context.urls.azure}/subscriptions/${
        identity.subscriptionId
      }/providers/${provider}/locations/${identity.location}/${path}/${
        operation.id
      }?${version}`;
    if (polling !== 'location')
      res.set('Azure-AsyncOperation', at('azureAsyncOperation'));
    res
      .status(202)
      .set('Location', at('operationResults'))
      .set('Retry-After', '1')
      .set('x-ms-request-id', operation.id)
      .json({ operation: 'Accepted', startTime: operation.startTime });
  }

  /** The addresses that clients poll; to be used before the routes of the resources. */
  createRouter(): Router {
    const router = Router();
    // Whoever looks sees what is done by the sandbox's clock, which may have been moved.
    router.use((_req, _res, next) => {
      this.#finishDue().then(() => next(), next);
    });
    const base =
      '/subscriptions/:subscription/providers/:provider/locations/:location';
    router.get(`${base}/azureAsyncOperation/:id`, (req, res, next) => {
      const operation = this.#documents.get(req.params.id);
      if (operation?.provider !== req.params.provider) {
        next();
        return;
      }
      const { id, status, startTime, endTime, error } = operation;
      if (status === 'InProgress') res.set('Retry-After', '1');
      res.json({
        id: req.path,
        name: id,
        status,
        startTime,
        endTime,
        error,
      });
    });
    router.get(`${base}/operationResults/:id`, (req, res, next) => {
      const operation = this.#documents.get(req.params.id);
      if (operation?.provider !== req.params.provider) {
        next();
      } else if (operation.status === 'InProgress') {
        res
          .status(202)
          .set('Retry-After', '1')
          .set('Location', `${this.#context.urls.azure}${req.originalUrl}`)
          .end();
      } else if (operation.error) {
        const { code, message } = operation.error;
        next(new ArmError(409, code, message));
      } else if (operation.method === 'DELETE') {
        res.status(operation.hasNoStatus ? 200 : 204).end();
      } else {
        // The result is the resource itself: its own route answers.
        req.url = operation.resourceId;
        next('router');
      }
    });
    return router;
  }

  #schedule(operation: Operation<Task>): void {
    const wait = Date.parse(operation.dueTime) - this.#context.now().getTime();
    const timer = setTimeout(
      () => void this.#start(operation),
      Math.max(100, wait),
    );
    this.#waiting.set(operation.id, { operation, timer });
  }

  async #finishDue(): Promise<void> {
    const now = this.#context.now().getTime();
    const due = [...this.#waiting.values()].filter(
      ({ operation }) => Date.parse(operation.dueTime) <= now,
    );
    await Promise.all(due.map(({ operation }) => this.#start(operation)));
  }

  #start(operation: Operation<Task>): Promise<void> {
    clearTimeout(this.#waiting.get(operation.id)?.timer);
    this.#waiting.delete(operation.id);
    const running = this.#finish(operation).finally(() =>
      this.#running.delete(running),
    );
    this.#running.add(running);
    return running;
  }

  async #finish(operation: Operation<Task>): Promise<void> {
    let error: Operation<Task>['error'];
    try {
      await this.#run(operation.task);
    } catch (failure) {
      error =
        failure instanceof ArmError
          ? { code: failure.code, message: failure.message }
          : {
              code: 'InternalServerError',
              message:
                'An unexpected error occurred while processing the request.',
            };
      this.#context.log(`azure: operation failed: ${String(failure)}`);
    }
    this.#documents.put(operation.id, {
      ...operation,
      status: error ? 'Failed' : 'Succeeded',
      endTime: this.#context.now().toISOString(),
      error,
    });
    const tooMany = this.#documents.list().slice(0, -keptOperations);
    for (const { id, status } of tooMany)
      if (status !== 'InProgress') this.#documents.delete(id);
  }
}
