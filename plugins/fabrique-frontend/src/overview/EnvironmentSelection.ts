import {
  Environment,
  isBranchName,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { toEnvironment } from './toEnvironment';

/** What a page shows: an environment, or one of the review branches that live in `dev`. */
export interface EnvironmentSelection {
  environment: Environment;
  branch?: string;
}

/**
 * Writes a selection as one text for an address: `prod`, `dev:feat/login`. Names of branches have no
 * colon.
 */
export function formatSelection(selection: EnvironmentSelection): string {
  const { environment, branch } = selection;
  return branch ? `${environment}:${branch}` : environment;
}

/** Reads a selection from an address; what is not understood is left out. */
export function parseSelection(text: unknown): EnvironmentSelection {
  const [name, ...rest] = typeof text === 'string' ? text.split(':') : [];
  const environment = toEnvironment(name);
  const branch = rest.join(':');
  return environment === 'dev' && isBranchName(branch)
    ? { environment, branch }
    : { environment };
}
