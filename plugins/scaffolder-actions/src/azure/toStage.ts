import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';

/** Development and preproduction share servers and accounts. */
export function toStage(environment: Environment): 'dev' | 'prod' {
  return environment === 'prod' ? 'prod' : 'dev';
}
