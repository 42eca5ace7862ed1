import { Config } from '@backstage/config';
import {
  AppNames,
  computeAppNames,
  NamesPreset,
  readNamingRules,
} from '@socialgouv/backstage-plugin-fabrique-common';

/** Computes all names of an application with the rules of this portal. */
export function computeNames(
  config: Config,
  name: string,
  preset?: NamesPreset,
): AppNames {
  return computeAppNames({ name, rules: readNamingRules(config, preset) });
}

/** Shared by the schemas of all actions that take environments. */
export const environmentIds = ['dev', 'preprod', 'prod'] as const;
