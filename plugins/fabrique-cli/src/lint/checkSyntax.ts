import { looksSecret } from '@socialgouv/backstage-plugin-fabrique-common';
import { Document, isCollection, isNode, Node, visit, YAMLError } from 'yaml';
import { FileFinding } from './FileFinding';
import { Place } from './createLocator';

/**
 * What YAML itself refuses of a document. Only duplicate keys leave the rest readable; of the others only
 * the first is told: those after it mostly follow from it.
 */
export function checkSyntax(
  document: Document,
  text: string,
  toPlace: (offset: number) => Place,
): FileFinding[] {
  const isTwice = ({ code }: YAMLError) => code === 'DUPLICATE_KEY';
  const broken = document.errors.find(error => !isTwice(error));
  const found = broken
    ? [toFound(broken, document, text)]
    : [
        ...document.errors.filter(isTwice).map(({ pos: [offset] }) => ({
          code: 'duplicate-key' as const,
          offset,
          params: { name: readKey(lineAt(text, offset)) },
        })),
        ...findUnreadable(document, text),
      ];
  return found.map(({ offset, params = {}, ...rest }) => ({
    ...rest,
    ...toPlace(offset),
    params,
  }));
}

interface Found {
  code: FileFinding['code'];
  offset: number;
  params?: FileFinding['params'];
  rightForm?: string;
}

function toFound(
  { code, message, pos: [offset] }: YAMLError,
  document: Document,
  text: string,
): Found {
  const line = lineAt(text, offset);
  const unclosed = (): Found => ({
    code: 'unclosed',
    offset: findOpened(document, offset) ?? offset,
  });
  if (isTemplate(line)) return { code: 'template', offset };
  switch (code) {
    case 'TAB_AS_INDENT':
      return { code: 'tab', offset };
    case 'BAD_SCALAR_START':
      return quoted('reserved-start', text, offset);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /: .*: /.test(line)
        ? quoted('colon-in-value', text, offset)
        : { code: 'indent', offset };
    case 'BAD_INDENT':
      return /^Flow/.test(message) ? unclosed() : { code: 'indent', offset };
    case 'MISSING_CHAR':
      return /closing|end with/.test(message)
        ? unclosed()
        : { code: 'no-colon', offset, rightForm: withColon(line) };
    case 'MULTILINE_IMPLICIT_KEY':
      return { code: 'no-colon', offset, rightForm: withColon(line) };
    case 'UNEXPECTED_TOKEN':
      return /scalar at node end/.test(message)
        ? quoted('after-quote', text, offset)
        : { code: 'syntax', offset };
    default:
      return { code: 'syntax', offset };
  }
}

function isTemplate(line: string): boolean {
  return /\{\{|\{%/.test(line);
}

/** The same line with its value between quotes. */
function quoted(
  code: FileFinding['code'],
  text: string,
  offset: number,
): Found {
  const [, key, written = ''] =
    /^\s*((?:- )?\S+:) +(.*?)\s*$/.exec(lineAt(text, offset)) ?? [];
  const value = written.replace(/^'(.*)'$/, '$1');
  const isShown = key && !looksSecret(value, { strict: true });
  return {
    code,
    offset,
    rightForm: isShown ? `${key} ${JSON.stringify(value)}` : undefined,
  };
}

/** `sentry.io/project-slug domifa` → `sentry.io/project-slug: domifa`. */
function withColon(line: string): string | undefined {
  const [, key, value] = /^\s*([\w./-]+)[\s:]\s*(\S.*?)\s*$/.exec(line) ?? [];
  return key && !looksSecret(value, { strict: true })
    ? `${key}: ${value}`
    : undefined;
}

/** Where the quote or the bracket is that is still open at the end. */
function findOpened(document: Document, end: number): number | undefined {
  let opened: number | undefined;
  visit(document, (_, node) => {
    const { type, flow, range } = (
      isNode(node) ? node : {}
    ) as Partial<Node> & {
      type?: string;
      flow?: boolean;
    };
    const isDelimited = flow || type?.startsWith('QUOTE');
    if (isDelimited && range && range[0] <= end && range[1] >= end) {
      opened = range[0];
    }
  });
  return opened;
}

/** What YAML takes, and only refuses or bends when it is read: `*name`, `{{ name }}`. */
function findUnreadable(document: Document, text: string): Found[] {
  const found: Found[] = [];
  visit(document, {
    Alias(_, alias) {
      if (!alias.resolve(document)) {
        found.push(quoted('reserved-start', text, alias.range![0]));
      }
    },
    Pair(_, { key }) {
      if (isCollection(key)) {
        const [offset] = key.range!;
        const code = isTemplate(lineAt(text, offset)) ? 'template' : 'syntax';
        found.push({ code, offset });
      }
    },
  });
  return found;
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end === -1 ? undefined : end);
}

function readKey(line: string): string {
  return /^\s*(?:- )?["']?([^"':\s]+)/.exec(line)?.[1] ?? '';
}
