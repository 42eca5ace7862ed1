import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';
import { tabPath } from '../routes';

/** The tab *Fabrique* of an entity in an environment, from the path of its page. */
export function toTabPath(entityPath: string, environment: Environment) {
  return `${entityPath}${tabPath}?${new URLSearchParams({ environment })}`;
}
