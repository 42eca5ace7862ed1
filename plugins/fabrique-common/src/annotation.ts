/**
 * Declares one annotation of `catalog-info.yaml`, once for the whole suite.
 *
 * @public
 */
export interface AnnotationDefinition {
  /** Full name: `sentry.io/project-slug`. */
  name: string;
  title: string;
  description: string;
  /** Regular expression source that a value must match as a whole. */
  pattern: string;
  example: string;
  /**
   * The value may differ between environments: `<name>.<environment>` (`….prod`) goes before `<name>`
   * there.
   */
  perEnvironment?: true;
}
