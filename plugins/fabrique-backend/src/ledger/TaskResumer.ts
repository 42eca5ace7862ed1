import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  encodePath,
  isUpstreamError,
  UpstreamClient,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { z } from 'zod/v4';
import { WaitingTask, WaitingTasks } from './WaitingTasks';

/** Has the scaffolder go on with tasks that ended in order to wait, by its own route for a new try. */
export class TaskResumer {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #waiting: WaitingTasks;
  readonly #logger: LoggerService;

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    waiting: WaitingTasks;
    logger: LoggerService;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#waiting = options.waiting;
    this.#logger = options.logger;
  }

  /** Goes on with every task whose time has come. */
  async resumeDue(now: Date = new Date()): Promise<void> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    for (const task of await this.#waiting.listDue(now)) {
      await this.resume(task, credentials);
    }
  }

  /** Goes on with a task in the name of `credentials`; one that cannot yet is tried again soon. */
  async resume(
    {
      taskId,
      stepId,
      reason,
    }: Pick<WaitingTask, 'taskId' | 'stepId' | 'reason'>,
    credentials: BackstageCredentials,
  ): Promise<void> {
    try {
      await this.#retry(taskId, credentials);
      await this.#waiting.set({ taskId, stepId, reason });
    } catch (error) {
      if (isUpstreamError(error) && error.kind === 'not-found') {
        // The scaffolder has forgotten the task: nobody waits any longer.
        await this.#waiting.remove(taskId);
        return;
      }
      this.#logger.warn(`Task ${taskId} cannot go on yet`, {
        error: error instanceof Error ? error.message : String(error),
      });
      await this.#waiting.set({
        taskId,
        stepId,
        reason,
        resumeAt: new Date(Date.now() + 10_000),
      });
    }
  }

  async #retry(
    taskId: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const baseUrl = await this.#discovery.getBaseUrl('scaffolder');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'scaffolder',
    });
    await UpstreamClient.create({
      service: 'The scaffolder',
      baseUrl,
    }).requestJson(encodePath`/v2/tasks/${taskId}/retry`, z.object({}), {
      operation: 'go on with a task',
      method: 'POST',
      json: {},
      headers: { authorization: `Bearer ${token}` },
    });
  }
}
