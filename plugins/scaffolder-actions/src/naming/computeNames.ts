import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  AppNames,
  computeAppNames,
  describeNameProblem,
  NamesPreset,
  NamingRules,
  readNamingRules,
  validateAppName,
} from '@socialgouv/backstage-plugin-fabrique-common';

/**
 * Computes all names of an application with the rules of this portal. Applications that are older than
 * these rules may be longer than they allow, but become part of host names, and so have no other
 * characters.
 *
 * @throws InputError if the name has them.
 */
export function computeNames(
  config: Config,
  name: string,
  options: {
    preset?: NamesPreset;
    /** Instead of what the portal is configured for. */
    databaseServer?: NamingRules['databaseServer'];
  } = {},
): AppNames {
  const { preset, databaseServer } = options;
  const configured = readNamingRules(config, preset);
  const rules = {
    ...configured,
    databaseServer: databaseServer ?? configured.databaseServer,
  };
  const problem = validateAppName(name, { rules }).find(
    ({ key }) => key === 'pattern' || key === 'required',
  );
  if (problem) throw new InputError(describeNameProblem(name, problem));
  return computeAppNames({ name, rules });
}

/** Shared by the schemas of all actions that take environments. */
export const environmentIds = ['dev', 'preprod', 'prod'] as const;
