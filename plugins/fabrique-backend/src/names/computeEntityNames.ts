import { Entity } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import {
  AppNames,
  computeAppNames,
  namesPresets,
  readNamingRules,
} from '@socialgouv/backstage-plugin-fabrique-common';

/** Written by the templates: the conventions by which the application was made. */
const presetAnnotation = 'fabrique.social.gouv.fr/preset';

/** Types of components that run somewhere: a library has neither pods nor a mirror of its own name. */
const applicationTypes: unknown[] = ['website', 'service'];

/**
 * Computes what everything of an application is called, by the portal's naming rules.
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
  const preset = namesPresets.find(
    candidate => candidate === metadata.annotations?.[presetAnnotation],
  );
  const rules = readNamingRules(config, preset);
  return computeAppNames({ name: metadata.name, rules });
}
