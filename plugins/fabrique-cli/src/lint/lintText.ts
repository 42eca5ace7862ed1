import { checkAnnotations } from '@socialgouv/backstage-plugin-fabrique-common';
import { Document, LineCounter, parseAllDocuments } from 'yaml';
import { checkEntity } from './checkEntity';
import { checkSyntax } from './checkSyntax';
import { createLocator, Place } from './createLocator';
import { FileFinding } from './FileFinding';
import { isMap, toEntityRef } from './toEntityRef';

/** An entity of a file, and where it begins. */
export interface DescribedEntity extends Place {
  /** `component:default/domifa` */
  ref: string;
}

/** What one file says. */
export interface LintedText {
  findings: FileFinding[];
  entities: DescribedEntity[];
}

/** Checks the text of a file, with as many documents as it has. */
export function lintText(text: string): LintedText {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    // As the catalog reads it.
    merge: true,
  });
  const results = ('empty' in documents ? [] : documents).map(document =>
    lintDocument(document, text, lines),
  );
  const findings = results.flatMap(result => result.findings);
  const entities = results.flatMap(result => result.entity ?? []);
  if (entities.length === 0 && findings.length === 0) {
    findings.push({ code: 'no-entity', line: 1, column: 1, params: {} });
  }
  return { findings, entities };
}

function lintDocument(
  document: Document,
  text: string,
  lines: LineCounter,
): { findings: FileFinding[]; entity?: DescribedEntity } {
  const locator = createLocator(document, lines);
  const syntax = checkSyntax(document, text, locator.at);
  if (syntax.some(({ code }) => code !== 'duplicate-key')) {
    return { findings: syntax };
  }
  const entity: unknown = document.toJSON();
  // Nothing between two separators: the catalog passes over it.
  if (entity === null) return { findings: syntax };
  if (!isMap(entity)) {
    const found = { code: 'not-an-entity' as const, params: {} };
    return { findings: [...syntax, { ...found, ...locator.start() }] };
  }
  const faults = [...checkEntity(entity), ...checkAnnotations(entity)];
  const ref = toEntityRef(entity);
  return {
    findings: [
      ...syntax,
      ...faults.map(({ path, part, ...fault }) => ({
        ...fault,
        ...locator.of(path, part),
      })),
    ].sort((a, b) => a.line - b.line),
    entity: ref ? { ref, ...locator.start() } : undefined,
  };
}
