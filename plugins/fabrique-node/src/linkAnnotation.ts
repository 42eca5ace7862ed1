import { Entity } from '@backstage/catalog-model';
import { AnnotationDefinition } from '@socialgouv/backstage-plugin-fabrique-common';
import { UpstreamError } from './upstream';

/**
 * Reads the annotation that links an entity to a service.
 *
 * @returns the trimmed value, or undefined when the entity has none.
 * @throws UpstreamError of kind `misconfigured-link` if the value has not the declared form.
 *
 * @public
 */
export function readLinkAnnotation(
  entity: Entity,
  annotation: AnnotationDefinition,
): string | undefined {
  const value = entity.metadata.annotations?.[annotation.name]?.trim();
  if (!value) return undefined;
  if (!new RegExp(`^(?:${annotation.pattern})$`).test(value)) {
    throw new UpstreamError(
      `Annotation ${annotation.name} has not the form '${annotation.example}'`,
      { kind: 'misconfigured-link' },
    );
  }
  return value;
}
