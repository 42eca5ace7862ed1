import { AnnotationDefinition } from '../annotation';
import { hasAnnotationForm } from './declaredAnnotations';
import { findDeclared } from './findDeclared';
import { looksSecret } from './looksSecret';
import { toAnnotationLine } from './toAnnotationLine';

/**
 * The line with the value where it has the right form, or gets it without the spaces around it or as the
 * path of its address; otherwise with the example. It never repeats what may be a secret.
 */
export function toRightLine(
  name: string,
  value: unknown,
  definition: AnnotationDefinition | undefined,
): string {
  const text = String(value).trim();
  if (typeof value === 'object' || looksSecret(text, { strict: true })) {
    return toAnnotationLine(name, definition?.example ?? '…');
  }
  if (!definition) return toAnnotationLine(name, text);
  const path = /^https?:\/\/[^/]+\/(.+?)(\.git)?\/?$/.exec(text)?.[1];
  const right = [text, path].find(
    one => one !== undefined && hasAnnotationForm(one, definition),
  );
  return toAnnotationLine(name, right ?? definition.example);
}

/** The block of the file with these annotations, each on its right line. */
export function toRightBlock(annotations: Record<string, unknown>): string {
  const lines = Object.entries(annotations).map(([name, value]) => {
    const meaning = findDeclared(name);
    return 'definition' in meaning
      ? toRightLine(meaning.definition.name, value, meaning.definition)
      : toRightLine(name, value, undefined);
  });
  return [
    'metadata:',
    '  annotations:',
    ...lines.map(line => `    ${line}`),
  ].join('\n');
}
