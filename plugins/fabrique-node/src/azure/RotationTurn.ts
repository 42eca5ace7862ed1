/**
 * A task that makes a password or a key anew. Of two at the same moment one gets to it.
 *
 * @public
 */
export interface RotationTurn {
  task: string;
  /** The task that had it when this one began. */
  after?: string;
}

/**
 * Whether another task has come between.
 *
 * @param task - the one that the upstream names now
 *
 * @public
 */
export function isOthersTurn(
  task: string | undefined,
  turn: RotationTurn,
): boolean {
  return task !== undefined && task !== turn.task && task !== turn.after;
}
