import { findKubernetesView, toKubernetesAnswer } from './toKubernetesAnswer';

const workload = (environmentName: string) => ({
  metadata: {
    name: 'app',
    namespace: `domifa-${environmentName}`,
    annotations: { 'app.gitlab.com/env.name': environmentName },
  },
  spec: { template: { spec: { containers: [{ image: 'app:v1' }] } } },
  status: { readyReplicas: 1 },
});

describe('toKubernetesAnswer', () => {
  const answer = toKubernetesAnswer({
    labelSelector: 'owner=domifa',
    cluster: 'dev2',
    candidates: ['dev', 'preprod'],
    objects: {
      Deployment: ['main-dev', 'preprod-dev', 'feat/login-dev'].map(workload),
      StatefulSet: [],
      Pod: [
        {
          metadata: { name: 'app-1', namespace: 'domifa-feat/login-dev' },
          status: { phase: 'Failed', reason: 'Evicted' },
        },
      ],
      CronJob: [],
      Job: [],
      Ingress: [],
    },
    namespaces: [],
    unreadable: [{ cluster: 'dev2', kind: 'Job', message: 'HTTP 403' }],
    links: {},
    now: new Date('2026-11-23T10:00:00Z'),
  });
  const summarize = (environment: 'dev' | 'preprod', branch?: string) => {
    const view = findKubernetesView(answer, { environment, branch });
    return {
      namespaces: view.workloads.map(({ namespace }) => namespace),
      failing: view.failingPods.map(({ reason }) => reason),
      clusters: view.clusters,
      unreadable: view.unreadable.length,
    };
  };
  const everywhere = { clusters: ['dev2'], unreadable: 1 };

  it('takes a cluster apart into its environments and review branches', () => {
    expect(summarize('dev')).toEqual({
      ...everywhere,
      namespaces: ['domifa-main-dev'],
      failing: [],
    });
    expect(summarize('preprod')).toEqual({
      ...everywhere,
      namespaces: ['domifa-preprod-dev'],
      failing: [],
    });
    expect(summarize('dev', 'feat/login')).toEqual({
      ...everywhere,
      namespaces: ['domifa-feat/login-dev'],
      failing: ['Evicted'],
    });
  });

  it('shows nothing of a place in which nothing runs', () => {
    expect(findKubernetesView(answer, { environment: 'prod' })).toEqual({
      labelSelector: 'owner=domifa',
      clusters: ['dev2'],
      workloads: [],
      failingPods: [],
      cronJobs: [],
      hosts: [],
      unreadable: [{ cluster: 'dev2', kind: 'Job', message: 'HTTP 403' }],
      links: [],
    });
  });
});
