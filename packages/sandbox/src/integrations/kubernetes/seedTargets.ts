import { FleetApp, fleet } from '../../fleet/fleet';
import { toEnvironmentHost } from '../../fleet/seedManifests';
import { toFleetProjectId } from '../../fleet/seedProjectIds';
import { listReviewBranches } from '../../fleet/seedPulls';
import { toEnvironmentSlug, toNamespace } from '../gitlab/gitlabEnvironments';

/** One environment of an application in a cluster. */
export interface SeedTarget {
  app: FleetApp;
  environmentName: string;
  namespace: string;
  host: string;
  replicas: number;
}

/** Where the applications of the fleet run in a cluster. */
export function toTargets(cluster: 'dev2' | 'prod2'): SeedTarget[] {
  // UppTime runs on GitHub, not in a cluster.
  const apps = fleet.filter(({ name }) => name !== 'upptime');
  if (cluster === 'prod2') {
    return apps.map(app => ({
      app,
      environmentName: 'prod',
      namespace: app.name,
      host: app.host,
      replicas: 2,
    }));
  }
  return apps.flatMap(app =>
    [
      'preprod-dev',
      'main-dev',
      ...listReviewBranches(app).map(branch => `${branch}-dev`),
    ].map(environmentName => ({
      app,
      environmentName,
      namespace: toNamespace(
        app.name,
        toFleetProjectId(app.name),
        environmentName,
      ),
      host: toEnvironmentHost(app, environmentName),
      replicas: 1,
    })),
  );
}

/** Labels of every object, of pods too. */
export const toLabels = ({ app, environmentName }: SeedTarget) => ({
  application:
    environmentName === 'prod'
      ? app.name
      : `${toEnvironmentSlug(environmentName)}-${app.name}`.slice(0, 63),
  owner: app.name,
  team: app.name,
  'backstage.io/kubernetes-id': app.name,
});

/** Annotations of every object, of pods too. */
export const toAnnotations = ({ app, environmentName }: SeedTarget) => ({
  'app.gitlab.com/app': `socialgouv-${app.name}`,
  'app.gitlab.com/env': toEnvironmentSlug(environmentName),
  'app.gitlab.com/env.name': environmentName,
});
