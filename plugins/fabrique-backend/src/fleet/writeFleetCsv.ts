import {
  FleetQuery,
  FleetRow,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { Words } from '../words/createWords';
import { FleetReader, VisibleRefs } from './FleetReader';

const rowsAtOnce = 200;
const byteOrderMark = '\ufeff';

const columns = [
  'entityRef',
  'title',
  'owner',
  'system',
  'lifecycle',
  'environment',
  'level',
] as const;

/**
 * Writes all components that match as CSV (RFC 4180), piece by piece: only their refs are held, so that
 * nothing is missing or there twice when the fleet changes meanwhile. The mark in front tells Excel
 * that it is UTF-8, and the separator is that which Excel expects in the language.
 */
export async function* writeFleetCsv(
  reader: FleetReader,
  query: FleetQuery,
  options: { visible: VisibleRefs; words: Words },
): AsyncGenerator<string> {
  const { visible, words } = options;
  const services = reader.connected;
  yield byteOrderMark +
    toLine(
      [
        ...columns.map(name => words.t(`csv.${name}`)),
        ...services.map(words.serviceTitle),
        words.t('csv.oldestAnswerAt'),
      ],
      words,
    );
  const refs = await reader.listRefs(query, visible);
  for (let i = 0; i < refs.length; i += rowsAtOnce) {
    const rows = await reader.readRows(
      query.environment,
      refs.slice(i, i + rowsAtOnce),
    );
    yield rows
      .map(row => toLine(toCells(row, query, services, words), words))
      .join('');
  }
}

function toCells(
  row: FleetRow,
  { environment }: FleetQuery,
  services: readonly string[],
  words: Words,
): string[] {
  const cells = { ...row, environment, level: words.level(row.level) };
  const times = Object.values(row.services).flatMap(one => one.fetchedAt ?? []);
  return [
    ...columns.map(name => cells[name] ?? ''),
    ...services.map(id => words.service(row.services[id])),
    times.sort()[0] ?? '',
  ];
}

function toLine(cells: string[], { language }: Words): string {
  const separator = language === 'fr' ? ';' : ',';
  return `${cells.map(toCell).join(separator)}\r\n`;
}

/** What begins like a formula would be run by a spreadsheet; an apostrophe makes it a text. */
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}
