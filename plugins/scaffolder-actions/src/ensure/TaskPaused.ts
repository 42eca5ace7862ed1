/**
 * Ends a run of a task that has to wait for minutes or days, for an upstream or for a person. The task
 * goes on by itself, and holds no worker of the scaffolder meanwhile.
 *
 * @public
 */
export class TaskPaused extends Error {
  readonly name = 'TaskPaused';
  /** When to look again; absent when a person's word ends the wait. */
  readonly resumeAt?: Date;

  /** @param message - for people, what is waited for: `server x is being created, usually in 5 to 10 minutes` */
  constructor(message: string, options: { resumeAt?: Date } = {}) {
    super(message);
    this.resumeAt = options.resumeAt;
  }
}
