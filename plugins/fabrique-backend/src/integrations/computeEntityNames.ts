import { Entity } from '@backstage/catalog-model';
import {
  AppNames,
  computeAppNames,
  NamingRules,
} from '@socialgouv/backstage-plugin-fabrique-common';

const namedTypes = ['website', 'service'];

/**
 * How everything of an entity is called by the naming rules, for services that it does not name itself.
 *
 * @returns undefined for what the rules are not about: libraries, resources, APIs.
 */
export function computeEntityNames(
  entity: Entity,
  rules: NamingRules,
): AppNames | undefined {
  const { name } = entity.metadata;
  const isNamed =
    entity.kind === 'Component' &&
    namedTypes.includes(String(entity.spec?.type));
  return isNamed ? computeAppNames({ name, rules }) : undefined;
}
