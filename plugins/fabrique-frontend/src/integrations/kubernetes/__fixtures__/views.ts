import { KubernetesView } from '@socialgouv/backstage-plugin-fabrique-common';

const place = { namespace: 'domifa', cluster: 'prod2' };

const base = {
  labelSelector: 'owner=domifa',
  clusters: ['prod2'],
  workloads: [
    {
      ...place,
      kind: 'Deployment',
      name: 'domifa-backend',
      readyReplicas: 2,
      wantedReplicas: 2,
      restartsLastHour: 0,
      image: 'harbor.example/domifa/backend:2.118.0',
      version: '2.118.0',
      lastRolloutAt: '2026-11-18T15:10:00Z',
      url: 'https://rancher.example/domifa/domifa-backend',
    },
    {
      ...place,
      kind: 'Deployment',
      name: 'domifa-frontend',
      readyReplicas: 2,
      wantedReplicas: 2,
      restartsLastHour: 0,
      version: '2.118.0',
    },
  ],
  failingPods: [],
  cronJobs: [
    {
      ...place,
      name: 'domifa-nightly',
      schedule: '0 3 * * *',
      suspended: false,
      lastScheduledAt: '2026-11-20T03:00:00Z',
      lastSuccessfulAt: '2026-11-20T03:02:00Z',
      lastRunFailed: false,
    },
  ],
  hosts: ['domifa.fabrique.social.gouv.fr'],
  unreadable: [],
  links: [
    {
      rel: 'logs',
      namespace: 'domifa',
      url: 'https://grafana.example/explore/domifa',
    },
  ],
} satisfies KubernetesView;

const [backend, frontend] = base.workloads;
const crashing = {
  ...place,
  name: 'domifa-backend-6c9-x2x',
  reason: 'CrashLoopBackOff',
  message: 'back-off 5m0s restarting failed container=app',
  restarts: 14,
};

export const kubernetesViews = {
  ok: base,
  empty: {
    labelSelector: 'owner=domifa',
    clusters: ['prod2'],
    workloads: [],
    failingPods: [],
    cronJobs: [],
    hosts: [],
    unreadable: [],
    links: [],
  },
  noneReady: {
    ...base,
    workloads: [{ ...backend, readyReplicas: 0 }, frontend],
    failingPods: [crashing],
  },
  fewerReady: {
    ...base,
    workloads: [{ ...backend, readyReplicas: 1 }, frontend],
    failingPods: [crashing],
  },
  rolloutStuck: {
    ...base,
    workloads: [
      { ...backend, rolloutStuckSince: '2026-11-20T11:35:00Z' },
      frontend,
    ],
  },
  restarts: {
    ...base,
    workloads: [{ ...backend, restartsLastHour: 7 }, frontend],
  },
  outOfMemory: {
    ...base,
    failingPods: [{ ...crashing, reason: 'OOMKilled' }],
  },
  cronJobFailed: {
    ...base,
    cronJobs: [
      {
        ...base.cronJobs[0],
        lastSuccessfulAt: '2026-11-18T03:02:00Z',
        lastRunFailed: true,
      },
    ],
  },
  otherPods: {
    ...base,
    workloads: [],
    cronJobs: [{ ...base.cronJobs[0], suspended: true }],
    failingPods: ['ErrImagePull', 'Unschedulable', 'NotReady', 'Odd'].map(
      reason => ({ ...place, name: 'domifa-1', reason, restarts: 0 }),
    ),
    hosts: ['a.example', 'b.example', 'c.example'],
  },
  unreadable: {
    ...base,
    unreadable: [
      { cluster: 'prod2', kind: 'CronJob', message: 'forbidden: cronjobs' },
    ],
  },
} satisfies Record<string, KubernetesView>;
