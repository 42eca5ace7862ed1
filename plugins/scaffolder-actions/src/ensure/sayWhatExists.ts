import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import { PlannedResource } from './EnsuredResource';
import { EnsureContext, EnsureKernel } from './EnsureKernel';

/** Where an action stood when it stopped. */
export interface Progress {
  done: PlannedResource[];
  /** Neither made nor begun. */
  left: PlannedResource[];
}

/**
 * Tells whoever reads the log of a task that stopped what it has made, in all its steps, and how to go on
 * or back.
 */
export async function sayWhatExists(
  kernel: Pick<EnsureKernel, 'ledger' | 'toUndoUrl'>,
  { task, logger }: Pick<EnsureContext, 'task' | 'logger'>,
  progress: Progress,
): Promise<void> {
  // Without the ledger, what this step knows itself is better than nothing.
  const entries = await kernel.ledger
    .list({ taskId: task.taskId })
    .catch(() => undefined);
  logger.info(
    formatSituation(entries, progress, kernel.toUndoUrl(task.taskId)).join(
      '\n',
    ),
  );
}

/** The same, as lines; pure. */
export function formatSituation(
  entries: readonly LedgerEntry[] | undefined,
  { done, left }: Progress,
  undoUrl: string,
): string[] {
  const known = new Set(entries?.map(({ key }) => key));
  const changed = done.filter(
    ({ resource, plan }) =>
      plan.verb !== 'nothing' &&
      !known.has(resource.key) &&
      (plan.verb === 'update' || !entries),
  );
  const missing = left.filter(({ plan }) => plan.verb !== 'nothing');
  const isUndoable = !entries || entries.some(({ verb }) => verb === 'create');
  return [
    ...toList(
      'What this task has made so far, in all its steps:',
      (entries ?? []).map(describeEntry),
    ),
    ...toList(
      entries
        ? 'What it changed, and an undo does not take back:'
        : 'What this step did (the ledger of the portal does not answer, and may know of more):',
      changed.map(({ resource }) => resource.title),
    ),
    ...(entries?.length === 0 && changed.length === 0
      ? ['This task has made nothing so far.']
      : []),
    ...toList(
      'What is still to be made:',
      missing.map(({ resource }) => resource.title),
    ),
    // In short lines: the log does not break long ones.
    'To go on: mend the cause, and press "Réessayer" ("Retry") on this page.',
    '  What exists is kept, and only the rest is made. If it cannot be pressed: "Recommencer" ("Start Over").',
    ...(isUndoable
      ? [
          'To undo it instead, open:',
          `  ${undoUrl}`,
          '  It takes away what this task created or began, the last first; tick the box to see that before.',
          '  What the task took over stays, and what holds data goes only if you write its name.',
        ]
      : ['There is nothing to undo.']),
  ];
}

function toList(title: string, items: string[]): string[] {
  return items.length > 0 ? [title, ...items.map(item => `  ${item}`)] : [];
}

function describeEntry({ verb, state, title, location }: LedgerEntry): string {
  const page = location?.startsWith('http') ? ` ${location}` : '';
  if (state === 'making') {
    return `begun       ${title}${page} (it may be there in part, or not at all)`;
  }
  return verb === 'adopt'
    ? `taken over  ${title}${page}`
    : `created     ${title}${page}`;
}
