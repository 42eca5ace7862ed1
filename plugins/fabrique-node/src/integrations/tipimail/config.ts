import { Config } from '@backstage/config';
import {
  Environment,
  environments,
} from '@socialgouv/backstage-plugin-fabrique-common';

/**
 * How the portal reaches Tipimail, from `fabrique.tipimail`.
 *
 * @public
 */
export interface TipimailConfig {
  /** Address of the API with its version, without a trailing slash. */
  baseUrl: string;
  /** Where people look at what was sent, without a trailing slash. */
  appUrl: string;
  apiUser: string;
  apiKey: string;
  /** Environments from which nothing is sent, as a mail catcher keeps what applications write. */
  mailCatcherEnvironments: Environment[];
}

/**
 * Reads `fabrique.tipimail`.
 *
 * @returns undefined when the portal is not connected to Tipimail.
 * @throws Error naming the full key, if a required value is missing or an environment is none.
 *
 * @public
 */
export function readTipimailConfig(root: Config): TipimailConfig | undefined {
  const config = root.getOptionalConfig('fabrique.tipimail');
  if (!config) return undefined;
  const url = (key: string, fallback: string) =>
    (config.getOptionalString(key) ?? fallback).replace(/\/+$/, '');
  const caught = config.getOptionalStringArray('mailCatcherEnvironments');
  return {
    baseUrl: url('baseUrl', 'https://api.tipimail.com/v1'),
    appUrl: url('appUrl', 'https://app.tipimail.com'),
    apiUser: config.getString('apiUser'),
    apiKey: config.getString('apiKey'),
    mailCatcherEnvironments: caught?.map(toEnvironment) ?? ['dev'],
  };
}

function toEnvironment(name: string): Environment {
  const environment = environments.find(known => known === name);
  if (environment) return environment;
  throw new Error(
    `fabrique.tipimail.mailCatcherEnvironments has '${name}', which is none of ${environments.join(
      ', ',
    )}`,
  );
}
