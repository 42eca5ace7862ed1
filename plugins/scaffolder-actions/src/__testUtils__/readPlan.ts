import { TaskDouble } from './TaskDouble';

/** The lines of the plan in the log of a task, with single spaces. */
export function readPlan({ log }: TaskDouble): string[] {
  return log
    .slice(log.findIndex(line => line.startsWith('Plan')) + 1)
    .filter(line => /^ {2}(create|update|adopt|nothing) /.test(line))
    .map(line => line.trim().replace(/\s+/g, ' '));
}
