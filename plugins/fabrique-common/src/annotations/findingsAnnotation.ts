import { AnnotationFinding } from './AnnotationFinding';

/**
 * Where the catalog keeps what is wrong with the annotations of an entity, as JSON. Nobody writes it by
 * hand.
 *
 * @public
 */
export const findingsAnnotationName =
  'fabrique.social.gouv.fr/annotation-findings';

/**
 * A finding with the place of it in the file, where the file could be read.
 *
 * @public
 */
export interface LocatedFinding extends AnnotationFinding {
  /** From 1. */
  line?: number;
}

type Annotated = { metadata: { annotations?: Record<string, string> } };

/**
 * The entity with these findings, and no others, in its annotation.
 *
 * @public
 */
export function withFindings<T extends Annotated>(
  entity: T,
  findings: LocatedFinding[],
): T {
  const { [findingsAnnotationName]: _, ...others } =
    entity.metadata.annotations ?? {};
  const annotations = findings.length
    ? { ...others, [findingsAnnotationName]: JSON.stringify(findings) }
    : others;
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

/**
 * What the catalog found wrong with the annotations of an entity. What is not of this form is left out:
 * where the catalog does not check, anybody may have written it.
 *
 * @public
 */
export function readFindings(entity: Annotated): LocatedFinding[] {
  const text = entity.metadata.annotations?.[findingsAnnotationName];
  if (!text) return [];
  try {
    const findings: unknown = JSON.parse(text);
    return Array.isArray(findings) ? findings.filter(isFinding) : [];
  } catch {
    // Not ours.
    return [];
  }
}

function isFinding(value: Partial<LocatedFinding> | null): boolean {
  const isText = (one: unknown) => typeof one === 'string';
  const isOptional = (one: unknown, type: string) =>
    one === undefined || typeof one === type;
  return (
    typeof value === 'object' &&
    isText(value?.code) &&
    isText(value?.params?.name) &&
    Array.isArray(value?.path) &&
    value!.path.every(isText) &&
    isOptional(value?.rightForm, 'string') &&
    isOptional(value?.line, 'number')
  );
}
