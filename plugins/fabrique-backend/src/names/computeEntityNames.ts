import { Entity } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import {
  AppNames,
  computeAppNames,
  namesPresets,
  NamingRules,
  presetAnnotation,
  readNamingRules,
} from '@socialgouv/backstage-plugin-fabrique-common';

/** Types of components that run somewhere: a library has neither pods nor a mirror of its own name. */
const applicationTypes: unknown[] = ['website', 'service'];

/** The naming rules by which an application was made: the portal's, unless its annotation says otherwise. */
export function readEntityNamingRules(
  { metadata: { annotations } }: Entity,
  config: Config,
): NamingRules {
  const preset = namesPresets.find(
    candidate => candidate === annotations?.[presetAnnotation.name],
  );
  return readNamingRules(config, preset);
}

/**
 * Computes what everything of an application is called.
 *
 * @returns undefined for what is no application: a component of type `website` or `service`.
 */
export function computeEntityNames(
  entity: Entity,
  config: Config,
): AppNames | undefined {
  const { kind, metadata, spec } = entity;
  if (kind !== 'Component' || !applicationTypes.includes(spec?.type)) {
    return undefined;
  }
  return computeAppNames({
    name: metadata.name,
    rules: readEntityNamingRules(entity, config),
  });
}

/**
 * The names of an application, if its databases and files are in Azure.
 *
 * @returns undefined also for those of a generation that is not in Azure.
 */
export function computeAzureNames(
  entity: Entity,
  config: Config,
): AppNames | undefined {
  const names = computeEntityNames(entity, config);
  return names?.preset === 'gen1-azure' ? names : undefined;
}
