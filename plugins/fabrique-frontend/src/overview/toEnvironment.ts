import {
  Environment,
  environments,
} from '@socialgouv/backstage-plugin-fabrique-common';

/** Reads an environment from an address; the first of the list stands in for what is none. */
export function toEnvironment(value: unknown): Environment {
  return (
    environments.find(environment => environment === value) ?? environments[0]
  );
}
