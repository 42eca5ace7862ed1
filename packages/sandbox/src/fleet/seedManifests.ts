import { stringify } from 'yaml';
import {
  Stage,
  toEnvironmentSlug,
  toNamespace,
} from '../integrations/gitlab/gitlabEnvironments';
import { FleetApp } from './fleet';

const stages: readonly Stage[] = ['dev', 'preprod', 'prod'];

/** Public host of an environment, as the shared CI makes it. */
export function toEnvironmentHost(
  app: FleetApp,
  environmentName: string,
): string {
  if (environmentName === 'prod') return app.host;
  const label =
    environmentName === 'preprod-dev'
      ? 'preprod'
      : toEnvironmentSlug(environmentName);
  return `${label}-${app.name}.dev2.fabrique.social.gouv.fr`;
}

function toManifestsOfStage(
  app: FleetApp,
  projectId: number,
  version: string,
  stage: Stage,
): Record<string, object> {
  const { name } = app;
  const environmentName = {
    dev: 'main-dev',
    preprod: 'preprod-dev',
    prod: 'prod',
  }[stage];
  const namespace = toNamespace(name, projectId, environmentName);
  const labels = {
    application:
      stage === 'prod' ? name : `${toEnvironmentSlug(environmentName)}-${name}`,
    component: 'app',
    owner: name,
    team: app.team,
    ...(stage === 'prod' ? {} : { cert: 'wildcard' }),
  };
  const selector = { component: 'app', owner: name };
  const metadata = (objectName: string, component = 'app') => ({
    name: objectName,
    namespace,
    labels: { ...labels, component },
  });
  const probe = { path: '/healthz', port: 'http' };
  const image = `ghcr.io/socialgouv/${name}/app:${version}`;
  return {
    deployment: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadata('app'),
      spec: {
        replicas: stage === 'prod' ? 2 : 1,
        selector: { matchLabels: selector },
        template: {
          metadata: { labels },
          spec: {
            securityContext: { runAsNonRoot: true, runAsUser: 1001 },
            containers: [
              {
                name: 'app',
                image,
                ports: [{ name: 'http', containerPort: 3000 }],
                livenessProbe: { httpGet: probe },
                readinessProbe: { httpGet: probe },
                resources: {
                  requests: { cpu: '100m', memory: '256Mi' },
                  limits: { cpu: '1', memory: '256Mi' },
                },
              },
            ],
          },
        },
      },
    },
    service: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata('app'),
      spec: {
        type: 'ClusterIP',
        selector,
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    },
    ingress: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        ...metadata('app'),
        ...(stage === 'prod'
          ? {
              annotations: {
                'cert-manager.io/cluster-issuer': 'letsencrypt-prod',
              },
            }
          : {}),
      },
      spec: {
        ingressClassName: 'nginx',
        rules: [
          {
            host: toEnvironmentHost(app, environmentName),
            http: {
              paths: [
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: { service: { name: 'app', port: { name: 'http' } } },
                },
              ],
            },
          },
        ],
        tls: [
          {
            hosts: [toEnvironmentHost(app, environmentName)],
            secretName: stage === 'prod' ? 'app-crt' : 'wildcard-crt',
          },
        ],
      },
    },
    ...(stage === 'prod'
      ? {
          cronjob: {
            apiVersion: 'batch/v1',
            kind: 'CronJob',
            metadata: metadata('nightly', 'nightly'),
            spec: {
              schedule: '30 3 * * *',
              concurrencyPolicy: 'Forbid',
              jobTemplate: {
                spec: {
                  template: {
                    metadata: { labels: { ...labels, component: 'nightly' } },
                    spec: {
                      restartPolicy: 'Never',
                      containers: [
                        {
                          name: 'nightly',
                          image,
                          command: ['node', 'nightly.js'],
                        },
                      ],
                    },
                  },
                },
              },
            },
          },
        }
      : {}),
  };
}

/** Manifests of all stages, by path in the repository. */
export function toManifests(
  app: FleetApp,
  projectId: number,
  version: string,
): Record<string, string> {
  return Object.fromEntries(
    stages.flatMap(stage =>
      Object.entries(toManifestsOfStage(app, projectId, version, stage)).map(
        ([file, manifest]) => [
          `.socialgouv/environments/${stage}/manifests/${file}.yaml`,
          stringify(manifest),
        ],
      ),
    ),
  );
}
