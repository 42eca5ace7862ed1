import { distance } from 'fastest-levenshtein';
import { AnnotationFinding } from './AnnotationFinding';
import { findDeclared } from './findDeclared';
import { isMap } from './isMap';
import { toRightBlock } from './toRightLine';

/** Letters that differ between `annotations` and what was meant to be it. */
const farthest = 2;

const isAnnotations = (key: string) =>
  distance(key.toLowerCase(), 'annotations') <= farthest;

/**
 * Annotations where nobody reads them: at the root or under `spec`, under a misspelt
 * `metadata.annotations`, among the labels, or with no such key above them at all.
 */
export function findMisplaced(entity: object): AnnotationFinding[] {
  const root = entity as Record<string, unknown>;
  const labels = isMap(root.metadata) ? root.metadata.labels : undefined;
  return [
    ...findIn(root, []),
    ...findIn(root.metadata, ['metadata']),
    ...findIn(labels, ['metadata', 'labels']),
    ...findIn(root.spec, ['spec']),
  ];
}

function findIn(container: unknown, above: string[]): AnnotationFinding[] {
  if (!isMap(container)) return [];
  return Object.entries(container).flatMap(([key, value]) => {
    const path = [...above, key];
    const name = path.join('.');
    if (name === 'metadata.annotations') return [];
    if (isMap(value) && isAnnotations(key)) return [toFinding(path, value)];
    const meaning = key.includes('/') ? findDeclared(key) : undefined;
    return meaning?.kind === 'declared' && !isMap(value)
      ? [toFinding(path, { [key]: value })]
      : [];
  });
}

function toFinding(
  path: string[],
  annotations: Record<string, unknown>,
): AnnotationFinding {
  return {
    code: 'misplaced',
    part: 'key',
    path,
    params: { name: path.join('.') },
    rightForm: toRightBlock(annotations),
  };
}
