import { AnnotationDefinition } from '../annotation';
import { AnnotationFinding, AnnotationFindingCode } from './AnnotationFinding';
import { hasAnnotationForm, toEnvironmentName } from './declaredAnnotations';
import { findDeclared, NameMeaning } from './findDeclared';
import { findMisplaced } from './findMisplaced';
import { findingsAnnotationName } from './findingsAnnotation';
import { isMap } from './isMap';
import { looksSecret } from './looksSecret';
import { toAnnotationLine } from './toAnnotationLine';
import { toRightBlock, toRightLine } from './toRightLine';

/** `${{ values.name }}`, `{% if … %}`, `<your-project>`, `CHANGEME`. */
const placeholder = /\{\{|\{%|<[^<>]+>|^(change-?me|todo|fixme|x{3,})$/i;

/** What is wrong with one annotation. */
type Found = Pick<AnnotationFinding, 'code' | 'part' | 'rightForm'> & {
  definition?: AnnotationDefinition;
  environment?: string;
};

/**
 * Says what is wrong with the annotations of an entity, in the order of the file: at most one thing for
 * each annotation. The only judge of it: `fabrique lint`, the catalog and the entity page show what it
 * says.
 *
 * @param entity - as read from the file; nothing of its form is taken for granted
 *
 * @public
 */
export function checkAnnotations(entity: object): AnnotationFinding[] {
  const { metadata } = entity as { metadata?: unknown };
  const annotations = isMap(metadata) ? metadata.annotations : undefined;
  return [...checkAll(annotations), ...findMisplaced(entity)];
}

function checkAll(annotations: unknown): AnnotationFinding[] {
  // Nothing below the key: the catalog passes over it.
  if (annotations === undefined || annotations === null) return [];
  if (isMap(annotations)) {
    return Object.entries(annotations).flatMap(([name, value]) => {
      const found = checkAnnotation(name, value);
      return found ? toFinding(name, found) : [];
    });
  }
  const items = Array.isArray(annotations) ? annotations.filter(isMap) : [];
  const path = ['metadata', 'annotations'];
  return [
    {
      code: 'not-a-map',
      part: 'key',
      path,
      params: { name: path.join('.') },
      rightForm: toRightBlock(Object.assign({}, ...items)),
    },
  ];
}

function toFinding(name: string, found: Found): AnnotationFinding {
  const { definition, environment, ...rest } = found;
  return {
    ...rest,
    path: ['metadata', 'annotations', name],
    params: {
      name,
      ...(definition && { annotation: definition.name }),
      ...(environment && { environment }),
    },
  };
}

function checkAnnotation(name: string, value: unknown): Found | undefined {
  if (name === findingsAnnotationName) return { code: 'computed', part: 'key' };
  const meaning = findDeclared(name);
  const isOurs = meaning.kind !== 'foreign';
  const definition = 'definition' in meaning ? meaning.definition : undefined;
  const rightName = toRightName(name, meaning);
  const example = definition && toAnnotationLine(rightName, definition.example);
  const wrongValue = (
    code: AnnotationFindingCode,
    rightForm = example,
  ): Found => ({ code, part: 'value', definition, rightForm });

  if (value === null || value === undefined || value === '') {
    return isOurs || value !== '' ? wrongValue('empty') : undefined;
  }
  if (typeof value === 'object') return wrongValue('not-scalar');
  const text = String(value);
  if (looksSecret(text, { strict: isOurs })) return wrongValue('secret');
  if (typeof value !== 'string') {
    return wrongValue('not-text', toRightLine(rightName, text, definition));
  }
  if (placeholder.test(text)) return wrongValue('placeholder');
  if (meaning.kind === 'foreign') return undefined;
  if (meaning.kind !== 'declared') {
    return {
      code: meaning.kind,
      part: 'key',
      definition,
      rightForm: definition && toRightLine(rightName, text, definition),
      ...('written' in meaning && { environment: meaning.written }),
    };
  }
  if (text.trim() === '') return wrongValue('empty');
  if (!hasAnnotationForm(text.trim(), meaning.definition)) {
    return wrongValue('form', toRightLine(rightName, text, definition));
  }
  return text === text.trim()
    ? undefined
    : wrongValue('spaces', toRightLine(rightName, text, definition));
}

function toRightName(name: string, meaning: NameMeaning): string {
  if (!('definition' in meaning) || meaning.kind === 'declared') return name;
  const { definition } = meaning;
  return meaning.kind === 'unknown-environment'
    ? toEnvironmentName(definition.name, meaning.environment ?? 'prod')
    : definition.name;
}
