import { toFraction, toWhole } from '../../fleet/stableNoise';
import { KubernetesObject, PodTemplate, SeededObject } from './objects';
import { SeedTarget, toAnnotations, toLabels, toTargets } from './seedTargets';

const day = 86_400_000;

/** Its last scan failed. */
const failedJobApp = 'dashlord';

/** The new feature that is being reviewed there does not start. */
const failingReviewApp = 'egapro';

/** What runs in a cluster when the sandbox starts for the first time. */
export function createClusterSeed(
  cluster: 'dev2' | 'prod2',
  now: Date,
): SeededObject[] {
  return toTargets(cluster).flatMap(target => toObjects(target, now));
}

function toTemplate(target: SeedTarget, version: string): PodTemplate {
  const { app } = target;
  return {
    metadata: {
      labels: { ...toLabels(target), component: 'app' },
      annotations: toAnnotations(target),
    },
    spec: {
      securityContext: { runAsNonRoot: true, runAsUser: 1001 },
      containers: [
        {
          name: 'app',
          image: `ghcr.io/socialgouv/${app.name}/app:${version}`,
          env: [{ name: 'NODE_ENV', value: 'production' }],
          ports: [{ name: 'http', containerPort: 3000 }],
          resources: {
            requests: { cpu: '50m', memory: '128Mi' },
            limits: { cpu: '1', memory: '512Mi' },
          },
          readinessProbe: { httpGet: { path: '/healthz', port: 'http' } },
          livenessProbe: { httpGet: { path: '/healthz', port: 'http' } },
        },
      ],
      terminationGracePeriodSeconds: 30,
    },
  };
}

function toObjects(target: SeedTarget, now: Date): SeededObject[] {
  const { app, environmentName, namespace, host, replicas } = target;
  const isProd = environmentName === 'prod';
  const age = (from: number, to: number, what: string) =>
    new Date(
      now.getTime() -
        (from + (to - from) * toFraction(app.name, environmentName, what)) *
          day,
    );
  const createdAt = age(200, 900, 'created');
  const rolledOutAt = age(2, 30, 'rolled out');
  const minor = toWhole(2, 48, app.name, 'minor');
  const template = toTemplate(
    target,
    isProd ? `v1.${minor}.0` : `sha-${createdAt.getTime().toString(16)}`,
  );
  const selector = { owner: app.name, component: 'app' };
  const isFailing = isProd
    ? app.scenarios.includes('failing-rollout')
    : app.name === failingReviewApp && environmentName.startsWith('feat/');
  const isRestarting = isProd && app.scenarios.includes('restarts');

  const describe = (
    apiVersion: string,
    kind: string,
    name: string,
    fields: Partial<KubernetesObject>,
  ): SeededObject => ({
    createdAt,
    object: {
      apiVersion,
      kind,
      metadata: {
        name,
        ...(kind !== 'Namespace' && { namespace }),
        labels: toLabels(target),
        annotations: toAnnotations(target),
      },
      ...fields,
    },
  });
  const namespaceObject = describe('v1', 'Namespace', namespace, {});
  namespaceObject.object.metadata.labels = {
    owner: app.name,
    'azure-pg-admin-user': app.name,
    'backstage.io/kubernetes-id': app.name,
  };
  namespaceObject.object.metadata.annotations = {
    'socialgouv/creator': 'autodevops',
    'field.cattle.io/creatorId': 'gitlab',
    'git/branch': environmentName.replace(/-dev$/, ''),
    'git/remote': `https://github.com/SocialGouv/${app.name}`,
  };

  return [
    namespaceObject,
    {
      ...describe('apps/v1', 'Deployment', 'app', {
        spec: {
          replicas,
          selector: { matchLabels: selector },
          strategy: {
            type: 'RollingUpdate',
            rollingUpdate: {
              maxUnavailable: isFailing ? 1 : '25%',
              maxSurge: '25%',
            },
          },
          template,
        },
      }),
      rolledOutAt,
      ...(isFailing && {
        scenario: 'failing-rollout' as const,
        previousTemplate: toTemplate(target, `v1.${minor - 1}.3`),
      }),
      ...(isRestarting && { scenario: 'restarts' as const }),
    },
    describe('v1', 'Service', 'app', {
      spec: {
        type: 'ClusterIP',
        selector,
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    }),
    describe('networking.k8s.io/v1', 'Ingress', 'app', {
      spec: {
        ingressClassName: 'nginx',
        rules: [
          {
            host,
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
          { hosts: [host], secretName: isProd ? 'app-crt' : 'wildcard-crt' },
        ],
      },
    }),
    ...(isProd ? [toCronJob(target, describe)] : []),
  ];
}

function toCronJob(
  target: SeedTarget,
  describe: (
    apiVersion: string,
    kind: string,
    name: string,
    fields: Partial<KubernetesObject>,
  ) => SeededObject,
): SeededObject {
  const { app } = target;
  const isScan = app.name === failedJobApp;
  const name = isScan ? 'scan-sites' : `backup-db-${app.name}`.slice(0, 52);
  const labels = { ...toLabels(target), component: name };
  return {
    ...describe('batch/v1', 'CronJob', name, {
      spec: {
        schedule: `${toWhole(0, 59, app.name, 'cron')} ${
          isScan ? '*/6' : '2'
        } * * *`,
        concurrencyPolicy: 'Forbid',
        successfulJobsHistoryLimit: 3,
        failedJobsHistoryLimit: 1,
        jobTemplate: {
          metadata: { labels },
          spec: {
            backoffLimit: 1,
            template: {
              metadata: { labels },
              spec: {
                restartPolicy: 'Never',
                containers: [
                  {
                    name,
                    image: isScan
                      ? 'ghcr.io/socialgouv/dashlord-scan:v1.31.2'
                      : 'ghcr.io/socialgouv/docker/psql:7.0.0',
                  },
                ],
              },
            },
          },
        },
      },
    }),
    ...(isScan && { scenario: 'failed-job' as const }),
  };
}
