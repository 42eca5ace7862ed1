import { Cell } from './judgeReading';
import { toColumn } from './upstreams';

/** The table as text: services one after the other, a line for each failure. */
export function formatFailureTable(cells: Cell[]): string {
  const services = [...new Set(cells.map(({ service }) => service))];
  const lines = services.flatMap(service => [
    '',
    service,
    ...cells.filter(cell => cell.service === service).flatMap(formatCell),
  ]);
  const wrong = cells.filter(({ faults }) => faults.length > 0).length;
  return [
    ...lines,
    '',
    `${services.length} services, ${cells.length} cells, ${wrong} wrong`,
    '',
  ].join('\n');
}

function formatCell(cell: Cell): string[] {
  const { service, column, state, kind, sentence, faults } = cell;
  const { because } = toColumn(service, column);
  const mark = faults.length > 0 ? '✗' : '✓';
  return [
    `  ${mark} ${column.padEnd(9)} ${(kind ?? state).padEnd(16)} ${sentence}`,
    ...(because ? [`${' '.repeat(31)}(${because})`] : []),
    ...faults.map(fault => `${' '.repeat(31)}✗ ${fault}`),
  ];
}
