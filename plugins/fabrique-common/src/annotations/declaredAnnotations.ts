import { AnnotationDefinition } from '../annotation';
import { Environment, environments } from '../environment';
import { integrationAnnotations } from '../integrations';
import { localize } from '../localizedText';
import { namesPresets } from '../names';

/**
 * The domain of the annotations that only the portal of the Fabrique reads.
 *
 * @public
 */
export const ownAnnotationDomain = 'fabrique.social.gouv.fr';

/**
 * Which naming rules an application was created by.
 *
 * @public
 */
export const presetAnnotation: AnnotationDefinition = {
  name: `${ownAnnotationDomain}/preset`,
  title: { en: 'Naming rules', fr: 'Règles de nommage' },
  description: {
    en: 'The naming rules by which the application was created: `gen1-azure` or `gen2-ovh`. Written by the template.',
    fr: "Les règles de nommage avec lesquelles l'application a été créée : `gen1-azure` ou `gen2-ovh`. Écrite par le modèle.",
  },
  pattern: namesPresets.join('|'),
  example: 'gen1-azure',
};

/**
 * The annotations of the portal that belong to no service.
 *
 * @public
 */
export const portalAnnotations: readonly AnnotationDefinition[] = [
  presetAnnotation,
];

/**
 * Every annotation that the suite knows.
 *
 * @public
 */
export const declaredAnnotations: readonly AnnotationDefinition[] = [
  ...Object.values(integrationAnnotations).flat(),
  ...portalAnnotations,
];

/**
 * What a declared annotation is, in a language; undefined for one that the suite does not know.
 *
 * @public
 */
export function describeAnnotation(
  name: string,
  language: string,
): string | undefined {
  const definition = declaredAnnotations.find(one => one.name === name);
  return definition && localize(definition.description, language);
}

/**
 * Whether a value, without spaces around it, has the declared form.
 *
 * @public
 */
export function hasAnnotationForm(
  value: string,
  { pattern }: AnnotationDefinition,
): boolean {
  return new RegExp(`^(?:${pattern})$`).test(value);
}

/**
 * Every name that an annotation may have: its own, and that of each environment where the value may
 * differ between them.
 *
 * @public
 */
export function listAnnotationNames(
  definition: AnnotationDefinition,
): string[] {
  const { name, perEnvironment } = definition;
  return perEnvironment
    ? [name, ...environments.map(id => toEnvironmentName(name, id))]
    : [name];
}

/**
 * The name of an annotation for one environment: `sentry.io/project-slug.prod`.
 *
 * @public
 */
export function toEnvironmentName(
  name: string,
  environment: Environment,
): string {
  return `${name}.${environment}`;
}
