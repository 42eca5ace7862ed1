import {
  AnnotationDefinition,
  Environment,
  toEnvironmentName,
} from '@socialgouv/backstage-plugin-fabrique-common';

/**
 * Annotations of `catalog-info.yaml` that link an application to what was made, for each environment.
 *
 * @param link - the values of one item, by annotation; an undefined one is left out
 */
export function toLinks<Item extends { environment: Environment }>(
  items: readonly Item[],
  link: (item: Item) => [AnnotationDefinition, string | undefined][],
): Record<string, string> {
  return Object.fromEntries(
    items.flatMap(item =>
      link(item).flatMap(([{ name }, value]) =>
        value === undefined
          ? []
          : [[toEnvironmentName(name, item.environment), value]],
      ),
    ),
  );
}
