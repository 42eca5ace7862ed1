import { ActionRow } from './ActionRow';
import { FaultCell } from './readFaultCell';

/** One action with the failures of its calls. */
export interface FaultRow {
  row: ActionRow;
  cells: FaultCell[];
}

/** The table as people read it: every sentence once, with the calls and the failures that lead to it. */
export function formatFaultTable(rows: readonly FaultRow[]): string {
  const cells = rows.flatMap(row => row.cells);
  const count = (outcome: FaultCell['outcome']) =>
    cells.filter(cell => cell.outcome === outcome).length;
  const bad = cells.filter(({ flaws }) => flaws.length > 0);
  return [
    ...rows.flatMap(({ row, cells: own }) => [
      row.title ?? row.action,
      ...own.flatMap(({ call, kind, outcome, sentence, flaws }) => [
        `  ${kind.padEnd(16)}  ${call.upstream} ${call.title}${
          call.after > 0 ? ' (last)' : ''
        }: ${outcome}`,
        ...(sentence ? [`      ${sentence}`] : []),
        ...flaws.map(flaw => `    X ${flaw}`),
      ]),
      '',
    ]),
    `${rows.length} actions, ${cells.length} failures: in ${count(
      'went on',
    )} the action went on by itself, in ${count(
      'stopped',
    )} it stopped with a sentence, in ${count(
      'unmet',
    )} the call was not made; ${bad.length} were wrong.`,
    '',
  ].join('\n');
}
