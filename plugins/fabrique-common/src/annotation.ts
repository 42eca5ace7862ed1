import { LocalizedText } from './localizedText';

/**
 * Declares one annotation of `catalog-info.yaml`, once for the whole suite. From here come the reference
 * page, the line to paste of what is not linked, the catalog's model, the warnings of the entity page and
 * those of `fabrique lint`.
 * Each service of the suite lists its own in `integrationAnnotations`.
 *
 * @public
 */
export interface AnnotationDefinition {
  /** Full name: `sentry.io/project-slug`. */
  name: string;
  /** A noun, without a full stop: `Sentry project`, `Projet Sentry`. */
  title: LocalizedText;
  /** What the value is and what it does, in whole sentences. Code between backquotes. */
  description: LocalizedText;
  /** Regular expression source that a value must match as a whole. */
  pattern: string;
  /** A value of the right form. */
  example: string;
  /**
   * The value may differ between environments: `<name>.<environment>` (`….prod`) goes before `<name>`
   * there.
   */
  perEnvironment?: true;
}

/**
 * The annotations of one service: the first links an entity to it, the others say more about the link.
 *
 * @public
 */
export type ServiceAnnotations = readonly [
  link: AnnotationDefinition,
  ...more: AnnotationDefinition[],
];
