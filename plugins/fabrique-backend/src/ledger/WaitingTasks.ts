import { Knex } from 'knex';

/** A task of the scaffolder that ended in order to wait, and goes on when it is told to. */
export interface WaitingTask {
  taskId: string;
  stepId: string;
  /** For people: `fabriqueprodserver is being created`. */
  reason: string;
  /** When it looks again; none waits for an approval. */
  resumeAt?: Date;
  since: Date;
}

interface WaitingTaskRow {
  task_id: string;
  step_id: string;
  reason: string;
  resume_at: Date | string | number | null;
  since: Date | string | number;
}

/** Tasks that wait without holding a worker of the scaffolder. */
export class WaitingTasks {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async set(task: Omit<WaitingTask, 'since'>): Promise<void> {
    await this.#db<WaitingTaskRow>('waiting_tasks')
      .insert({
        task_id: task.taskId,
        step_id: task.stepId,
        reason: task.reason,
        resume_at: task.resumeAt ?? null,
        since: new Date(),
      })
      .onConflict('task_id')
      // `since` tells how long the whole wait is.
      .merge(['step_id', 'reason', 'resume_at']);
  }

  async remove(taskId: string): Promise<void> {
    await this.#db<WaitingTaskRow>('waiting_tasks')
      .where({ task_id: taskId })
      .delete();
  }

  async get(taskId: string): Promise<WaitingTask | undefined> {
    const [row] = await this.#db<WaitingTaskRow>('waiting_tasks')
      .where({ task_id: taskId })
      .select('*');
    return row && toWaitingTask(row);
  }

  /** Those whose time has come. */
  async listDue(now: Date): Promise<WaitingTask[]> {
    const rows = await this.#db<WaitingTaskRow>('waiting_tasks')
      .where('resume_at', '<=', now)
      .orderBy('resume_at')
      .limit(100)
      .select('*');
    return rows.map(toWaitingTask);
  }
}

function toWaitingTask(row: WaitingTaskRow): WaitingTask {
  return {
    taskId: row.task_id,
    stepId: row.step_id,
    reason: row.reason,
    ...(row.resume_at && { resumeAt: new Date(row.resume_at) }),
    since: new Date(row.since),
  };
}
