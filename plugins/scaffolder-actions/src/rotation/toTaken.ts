/** What is said to a task when another one has come between. */
export function toTaken(what: string, task?: string): string {
  return `${
    task ? `The task ${task}` : 'Another task'
  } changed ${what} at the same moment: what that one made is in use. To change it once more, start a new task when that is deployed.`;
}
