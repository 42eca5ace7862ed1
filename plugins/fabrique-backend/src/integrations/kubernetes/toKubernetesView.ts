import {
  KubernetesView,
  KubernetesWorkload,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  KubernetesKind,
  KubernetesLinkTemplates,
  KubernetesObjects,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { toCronJob } from './toCronJob';
import { toFailingPod } from './toFailingPod';
import { toWorkload } from './toWorkload';

/** Objects by kind; a kind that is not to be seen is empty. */
export type KubernetesObjectLists = {
  [Kind in Exclude<KubernetesKind, 'Namespace'>]: KubernetesObjects[Kind][];
};

/** What a cluster answered about one label selector. */
export interface KubernetesAnswers {
  labelSelector: string;
  cluster: string;
  /** Of one environment, or of one review branch. */
  objects: KubernetesObjectLists;
  unreadable: KubernetesView['unreadable'];
  links: KubernetesLinkTemplates;
  now: Date;
}

const rels = ['rancher', 'grafana-pods', 'grafana-workloads', 'logs'] as const;

/** Makes the view of one place of what its cluster answered about it. */
export function toKubernetesView(answers: KubernetesAnswers): KubernetesView {
  const { cluster, objects, links, now } = answers;
  const pods = objects.Pod;
  const toWorkloads = (kind: KubernetesWorkload['kind']) =>
    objects[kind].map(object => {
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
  const hosts = objects.Ingress.flatMap(
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
      objects.CronJob.map(cronJob => toCronJob(cronJob, objects.Job, cluster)),
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
