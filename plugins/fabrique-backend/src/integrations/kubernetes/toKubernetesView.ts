import {
  Environment,
  KubernetesView,
  KubernetesWorkload,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  KubernetesKind,
  KubernetesLinkTemplates,
  KubernetesObjects,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { toCronJob } from './toCronJob';
import { createEnvironmentFilter } from './toEnvironment';
import { toFailingPod } from './toFailingPod';
import { toWorkload } from './toWorkload';

/** What a cluster answered about one label selector. */
export interface KubernetesAnswers {
  labelSelector: string;
  cluster: string;
  environment: Environment;
  /** Environments that live in this cluster. */
  candidates: Environment[];
  /** Of every environment; a kind that is not to be seen is empty. */
  objects: { [Kind in KubernetesKind]: KubernetesObjects[Kind][] };
  unreadable: KubernetesView['unreadable'];
  links: KubernetesLinkTemplates;
  now: Date;
}

const rels = ['rancher', 'grafana-pods', 'grafana-workloads', 'logs'] as const;

/** Makes the view of what runs in one environment of what its cluster answered. */
export function toKubernetesView(answers: KubernetesAnswers): KubernetesView {
  const { cluster, objects, links, now } = answers;
  const isHere = createEnvironmentFilter(
    Object.values(objects).flat(),
    answers.environment,
    answers.candidates,
  );
  const pods = objects.Pod.filter(isHere);
  const toWorkloads = (kind: KubernetesWorkload['kind']) =>
    objects[kind].filter(isHere).map(object => {
      const { name, namespace } = object.metadata;
      const url = fillIn(links.workload, {
        namespace,
        name,
        kind: kind.toLowerCase(),
      });
      return toWorkload(kind, object, { cluster, pods, now, url });
    });
  const workloads = sortByName([
    ...toWorkloads('Deployment'),
    ...toWorkloads('StatefulSet'),
  ]);
  const namespaces = [...new Set(workloads.map(w => w.namespace))];
  const hosts = objects.Ingress.filter(isHere).flatMap(
    ({ spec }) => spec?.rules?.flatMap(({ host }) => host ?? []) ?? [],
  );
  return {
    labelSelector: answers.labelSelector,
    clusters: [cluster],
    workloads,
    failingPods: sortByName(
      pods.flatMap(pod => toFailingPod(pod, cluster, now) ?? []),
    ),
    cronJobs: sortByName(
      objects.CronJob.filter(isHere).map(cronJob =>
        toCronJob(cronJob, objects.Job, cluster),
      ),
    ),
    hosts: [...new Set(hosts)],
    unreadable: answers.unreadable,
    links: namespaces.flatMap(namespace =>
      rels.flatMap(rel => {
        const url = fillIn(links[rel], { namespace });
        return url ? [{ rel, namespace, url }] : [];
      }),
    ),
  };
}

function sortByName<T extends { namespace: string; name: string }>(
  items: T[],
): T[] {
  return [...items].sort(
    (a, b) =>
      a.namespace.localeCompare(b.namespace) || a.name.localeCompare(b.name),
  );
}

function fillIn(
  template: string | undefined,
  values: Record<string, string>,
): string | undefined {
  return template?.replace(/\{(\w+)\}/g, (placeholder, key) =>
    key in values ? encodeURIComponent(values[key]) : placeholder,
  );
}
