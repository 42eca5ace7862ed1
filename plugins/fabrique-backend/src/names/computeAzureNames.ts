import { Config } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import {
  AppNames,
  computeAppNames,
  namesPresets,
  presetAnnotation,
  readNamingRules,
} from '@socialgouv/backstage-plugin-fabrique-common';

/**
 * Computes what things of an application are called in Azure, by the portal's naming rules.
 *
 * @returns undefined for what is no application, and for those of a generation that is not in Azure.
 */
export function computeAzureNames(
  entity: Entity,
  config: Config,
): AppNames | undefined {
  const { name, annotations } = entity.metadata;
  if (entity.kind !== 'Component') return undefined;
  const preset = namesPresets.find(
    candidate => candidate === annotations?.[presetAnnotation.name],
  );
  const rules = readNamingRules(config, preset);
  if (rules.preset !== 'gen1-azure') return undefined;
  return computeAppNames({ name, rules });
}
