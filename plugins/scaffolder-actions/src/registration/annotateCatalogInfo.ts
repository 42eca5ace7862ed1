import { InputError } from '@backstage/errors';
import { describeFileFinding, lintFiles } from '@socialgouv/fabrique-cli';
import { Document, parseAllDocuments } from 'yaml';

/** One annotation that was written. */
export interface AnnotationChange {
  name: string;
  value: string;
  /** What it was before. */
  before?: string;
}

/**
 * Writes annotations into the text of a catalog-info.yaml. Comments, order and everything else stay; a
 * new annotation comes after the others.
 *
 * @param ref - kind and name of the entity; the first component of the file when left out
 * @returns the text, and what is new or different in it.
 * @throws InputError if the file has no such entity, or if `fabrique lint` would refuse the result.
 */
export function annotateCatalogInfo(
  text: string,
  annotations: Record<string, string>,
  ref?: { kind: string; name: string },
): { text: string; changes: AnnotationChange[] } {
  const path = 'catalog-info.yaml';
  const parsed = parseAllDocuments(text);
  const documents = 'empty' in parsed ? [] : parsed;
  const broken = documents.some(({ errors }) => errors.length > 0);
  const entity = documents.find(document => isEntity(document, ref));
  if (broken || !entity) {
    const [finding] = lintFiles([{ path, text }])[0].findings;
    const reason = finding
      ? `line ${finding.line}: ${describeFileFinding(finding, 'en')}`
      : `it does not describe ${
          ref ? `${ref.kind} ${ref.name}` : 'a component'
        }.`;
    throw new InputError(`The file ${path} cannot be annotated, ${reason}`);
  }

  const changes = Object.entries(annotations).flatMap(([name, value]) => {
    const key = ['metadata', 'annotations', name];
    const before = entity.getIn(key);
    if (before === value) return [];
    entity.setIn(key, value);
    return [
      { name, value, ...(before !== undefined && { before: String(before) }) },
    ];
  });
  if (changes.length === 0) return { text, changes };

  const changed = documents
    .map(document =>
      document.toString({
        lineWidth: 0,
        indentSeq: !/^( *)[^ #].*:\n\1- /m.test(text),
      }),
    )
    .join('');
  const describe = (source: string) =>
    lintFiles([{ path, text: source }])[0].findings.map(finding =>
      describeFileFinding(finding, 'en'),
    );
  // What was wrong before is not this change's.
  const present = describe(text);
  const refused = describe(changed).filter(words => !present.includes(words));
  if (refused.length > 0) {
    throw new InputError(
      `The annotations would be refused by fabrique lint. ${refused.join(' ')}`,
    );
  }
  return { text: changed, changes };
}

function isEntity(
  document: Document,
  ref?: { kind: string; name: string },
): boolean {
  const kind = String(document.getIn(['kind'])).toLowerCase();
  return ref
    ? kind === ref.kind.toLowerCase() &&
        document.getIn(['metadata', 'name']) === ref.name
    : kind === 'component';
}
