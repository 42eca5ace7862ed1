import { fleet } from './fleet';

/** First project id of the seeded GitLab; `gitlab-ci-yml` has it. */
export const firstProjectId = 100;

/** GitLab project id of a seeded application: 101 for the first one of the fleet, and so on. */
export function toFleetProjectId(name: string): number {
  const index = fleet.findIndex(app => app.name === name);
  if (index < 0) throw new Error(`${name} is not in the seeded fleet`);
  return firstProjectId + 1 + index;
}
