import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';

/** The name of an entity in a list of its like: `group:default/domifa` → `domifa`. */
export function toShortName(entityRef: string): string {
  const { namespace, name } = parseEntityRef(entityRef, {
    defaultKind: 'group',
  });
  return namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`;
}
