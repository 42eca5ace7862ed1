import { round } from '../statistics.mjs';

export const ms = value => `${round(value)} ms`;
export const seconds = value => `${round(value / 1_000)} s`;
export const megabytes = bytes => `${Math.round(bytes / 1e6)} MB`;
export const ratio = (a, b) => (a / b).toFixed(2);
export const verdict = isMet => (isMet ? 'met' : '**not met**');

/** A table in Markdown; columns of figures stand to the right. */
export function table(head, rows) {
  const isFigure = index => rows.every(row => /^-?\d/.test(String(row[index])));
  const line = cells => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, index) => (isFigure(index) ? '--:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}
