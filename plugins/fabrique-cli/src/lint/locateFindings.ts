import {
  AnnotationFinding,
  LocatedFinding,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { LineCounter, parseAllDocuments } from 'yaml';
import { createLocator } from './createLocator';
import { toEntityRef } from './toEntityRef';

/**
 * Finds the lines of what is wrong with an entity in the file that describes it. What the file does not
 * have, or no more, keeps no line.
 *
 * @param text - the file, with as many documents as it has
 * @param ref - ref of the entity: `component:default/domifa`
 *
 * @public
 */
export function locateFindings(
  text: string,
  ref: string,
  findings: AnnotationFinding[],
): LocatedFinding[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    merge: true,
    logLevel: 'silent',
  });
  const document = [...documents].find(
    one => one.errors.length === 0 && toEntityRef(one.toJSON()) === ref,
  );
  if (!document) return findings;
  const locator = createLocator(document, lines);
  return findings.map(finding =>
    document.hasIn(finding.path)
      ? { ...finding, line: locator.of(finding.path, finding.part).line }
      : finding,
  );
}
