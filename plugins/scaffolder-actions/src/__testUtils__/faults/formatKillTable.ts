import { Undisturbed } from './ActionLives';
import { ActionRow } from './ActionRow';
import { KillCell } from './readKillCell';

/** One action with its cells. */
export interface KillRow {
  row: ActionRow;
  undisturbed: Undisturbed;
  cells: KillCell[];
  seconds: number;
}

/** The table as people read it: one sign for each kill point, in order, and what is wrong below. */
export function formatKillTable(rows: readonly KillRow[]): string {
  const titleOf = ({ row }: KillRow) => row.title ?? row.action;
  const width = Math.max(0, ...rows.map(row => titleOf(row).length));
  const lines = rows.map(row => {
    const signs = row.cells.map(({ flaws, wasOver }) => {
      if (flaws.length > 0) return 'X';
      return wasOver ? '-' : '.';
    });
    return `${titleOf(row).padEnd(width)}  ${String(row.cells.length).padStart(
      3,
    )} kill points  ${row.seconds.toFixed(0).padStart(4)} s  ${signs.join('')}`;
  });
  const cells = rows.flatMap(row => row.cells);
  const flaws = rows.flatMap(row => [
    ...row.undisturbed.flaws.map(
      flaw => `${titleOf(row)}, not killed: ${flaw}`,
    ),
    ...row.cells.flatMap(cell =>
      cell.flaws.map(
        flaw =>
          `${titleOf(row)}, killed after call ${cell.killAfter} (${
            cell.call
          }): ${flaw}`,
      ),
    ),
  ]);
  const bad = cells.filter(cell => cell.flaws.length > 0).length;
  return [
    ...lines,
    '',
    `${rows.length} actions, ${cells.length} kill points: ${
      cells.length - bad
    } ended as an undisturbed run and could be undone, ${bad} did not.`,
    '. same end   - the action had ended before   X something is different',
    ...(flaws.length > 0 ? ['', ...flaws] : []),
    '',
  ].join('\n');
}
