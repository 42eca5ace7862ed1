import { Entity } from '@backstage/catalog-model';
import {
  AnnotationDefinition,
  Environment,
  hasAnnotationForm,
  toEnvironmentName,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { UpstreamError } from './upstream';

/**
 * Reads the annotation that links an entity to a service: that of `environment` before the common one,
 * where the annotation allows it.
 *
 * @returns the trimmed value, or undefined when the entity has none.
 * @throws UpstreamError of kind `misconfigured-link` if the value has not the declared form.
 *
 * @public
 */
export function readLinkAnnotation(
  entity: Entity,
  annotation: AnnotationDefinition,
  environment?: Environment,
): string | undefined {
  const names = [
    ...(annotation.perEnvironment && environment
      ? [toEnvironmentName(annotation.name, environment)]
      : []),
    annotation.name,
  ];
  const name = names.find(key => entity.metadata.annotations?.[key]?.trim());
  const value = name && entity.metadata.annotations?.[name]?.trim();
  if (!value) return undefined;
  if (!hasAnnotationForm(value, annotation)) {
    throw new UpstreamError(
      `Annotation ${name} has not the form '${annotation.example}'`,
      { kind: 'misconfigured-link', annotation: name },
    );
  }
  return value;
}
