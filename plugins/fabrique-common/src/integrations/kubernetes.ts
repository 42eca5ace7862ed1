import {
  createVerdict,
  Verdict,
  VerdictReason,
  VerdictWords,
} from '../verdict';
import { AnnotationDefinition } from '../annotation';

/**
 * Links an entity to its Kubernetes objects, as the core Kubernetes plugin does.
 *
 * @public
 */
export const kubernetesAnnotation: AnnotationDefinition = {
  name: 'backstage.io/kubernetes-label-selector',
  title: {
    en: 'Kubernetes label selector',
    fr: 'Sélecteur de labels Kubernetes',
  },
  description: {
    en: 'Label selector of the objects of the application, the same in every cluster: `owner=domifa` (generation 1) or `application=domifa` (generation 2).',
    fr: "Sélecteur de labels des objets de l'application, le même dans tous les clusters : `owner=domifa` (génération 1) ou `application=domifa` (génération 2).",
  },
  pattern:
    '[A-Za-z0-9./_-]+(=|==|!=)[A-Za-z0-9._-]+(,[A-Za-z0-9./_-]+(=|==|!=)[A-Za-z0-9._-]+)*',
  example: 'owner=domifa',
  perEnvironment: true,
};

/**
 * The value of the label `backstage.io/kubernetes-id`, by which the core Kubernetes plugin finds objects.
 *
 * @public
 */
export const kubernetesIdAnnotation: AnnotationDefinition = {
  name: 'backstage.io/kubernetes-id',
  title: { en: 'Kubernetes id', fr: 'Identifiant Kubernetes' },
  description: {
    en: 'Value of the label `backstage.io/kubernetes-id` of the objects of the application. Stands in for a label selector.',
    fr: "Valeur du label `backstage.io/kubernetes-id` des objets de l'application. Remplace un sélecteur de labels.",
  },
  pattern: '[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?',
  example: 'domifa',
};

/**
 * The namespace of the objects, as the core Kubernetes plugin has it.
 *
 * @public
 */
export const kubernetesNamespaceAnnotation: AnnotationDefinition = {
  name: 'backstage.io/kubernetes-namespace',
  title: { en: 'Kubernetes namespace', fr: 'Namespace Kubernetes' },
  description: {
    en: 'Namespace of the objects of the application, where it has the same in all environments, or in one (`….prod`). Without it, all namespaces are searched.',
    fr: "Namespace des objets de l'application, quand il est le même dans tous les environnements, ou dans un seul (`….prod`). Sans lui, tous les namespaces sont parcourus.",
  },
  pattern: '[a-z0-9]([a-z0-9-]*[a-z0-9])?',
  example: 'domifa',
  perEnvironment: true,
};

/**
 * A Deployment or StatefulSet of the application.
 *
 * @public
 */
export interface KubernetesWorkload {
  kind: 'Deployment' | 'StatefulSet';
  name: string;
  namespace: string;
  cluster: string;
  readyReplicas: number;
  wantedReplicas: number;
  /** Restarts of the workload's pods within the last hour. */
  restartsLastHour: number;
  /** Image of the first container, as written in the manifest. */
  image?: string;
  /** Tag of that image. */
  version?: string;
  /** Last time that the rollout made progress. */
  lastRolloutAt?: string;
  /** Set when the rollout makes no progress any more. */
  rolloutStuckSince?: string;
  url?: string;
}

/**
 * A pod that does not run as it should.
 *
 * @public
 */
export interface KubernetesFailingPod {
  name: string;
  namespace: string;
  cluster: string;
  /**
   * As Kubernetes says it: `CrashLoopBackOff`, `ImagePullBackOff`, `OOMKilled`, `Unschedulable`; `NotReady`
   * for a pod that runs and does not answer its readiness probe.
   */
  reason: string;
  /** Kubernetes' own words. */
  message?: string;
  restarts: number;
}

/**
 * A CronJob and how its last run ended.
 *
 * @public
 */
export interface KubernetesCronJob {
  name: string;
  namespace: string;
  cluster: string;
  schedule: string;
  suspended: boolean;
  lastScheduledAt?: string;
  lastSuccessfulAt?: string;
  lastRunFailed: boolean;
}

/**
 * What runs for an entity in one environment.
 *
 * @public
 */
export interface KubernetesView {
  labelSelector: string;
  clusters: string[];
  workloads: KubernetesWorkload[];
  failingPods: KubernetesFailingPod[];
  cronJobs: KubernetesCronJob[];
  /** Public addresses, from the Ingresses. */
  hosts: string[];
  /** Kinds that the portal may not list, by cluster: the view lacks them. */
  unreadable: { cluster: string; kind: string; message: string }[];
  /** Deep links, where `fabrique.kubernetes.links` is configured. */
  links: {
    rel: 'rancher' | 'grafana-pods' | 'grafana-workloads' | 'logs';
    namespace: string;
    url: string;
  }[];
}

/**
 * When the workloads of an application are in trouble.
 *
 * @public
 */
export interface KubernetesThresholds {
  /** A rollout without progress for this long is a problem, in minutes. */
  rolloutStuckMinutes: number;
  /** Restarts of one workload within an hour that ask for attention. */
  restartsPerHour: number;
}

/**
 * Defaults of {@link KubernetesThresholds}.
 *
 * @public
 */
export const defaultKubernetesThresholds: KubernetesThresholds = {
  rolloutStuckMinutes: 10,
  restartsPerHour: 5,
};

/**
 * Judges the workloads of an application.
 *
 * @public
 */
export function toKubernetesVerdict(
  view: KubernetesView,
  thresholds: KubernetesThresholds,
  now: Date,
): Verdict {
  const reasons: VerdictReason[] = [];
  for (const workload of view.workloads) {
    const { name, readyReplicas, wantedReplicas } = workload;
    if (wantedReplicas > 0 && readyReplicas === 0) {
      reasons.push({
        level: 'problem',
        key: 'kubernetes.noneReady',
        params: { name, wanted: wantedReplicas },
      });
    } else if (readyReplicas < wantedReplicas) {
      reasons.push({
        level: 'attention',
        key: 'kubernetes.fewerReady',
        params: { name, ready: readyReplicas, wanted: wantedReplicas },
      });
    }
    const stuckMinutes = workload.rolloutStuckSince
      ? (now.getTime() - Date.parse(workload.rolloutStuckSince)) / 60_000
      : 0;
    if (stuckMinutes >= thresholds.rolloutStuckMinutes) {
      reasons.push({
        level: 'problem',
        key: 'kubernetes.rolloutStuck',
        params: { name, minutes: Math.round(stuckMinutes) },
      });
    }
    if (workload.restartsLastHour >= thresholds.restartsPerHour) {
      reasons.push({
        level: 'attention',
        key: 'kubernetes.restarts',
        params: { name, count: workload.restartsLastHour },
      });
    }
  }
  for (const pod of view.failingPods.filter(p => p.reason === 'OOMKilled')) {
    reasons.push({
      level: 'attention',
      key: 'kubernetes.outOfMemory',
      params: { name: pod.name },
    });
  }
  for (const cronJob of view.cronJobs.filter(job => job.lastRunFailed)) {
    reasons.push({
      level: 'attention',
      key: 'kubernetes.cronJobFailed',
      params: { name: cronJob.name },
    });
  }
  return createVerdict(reasons);
}

/**
 * Name of the service, and the sentences of {@link toKubernetesVerdict}.
 *
 * @public
 */
export const kubernetesVerdictWords = {
  title: 'Kubernetes',
  reason: {
    noneReady_one: 'the only instance of {{name}} is not ready',
    noneReady_other:
      'none of the {{count, number}} instances of {{name}} is ready',
    fewerReady_one:
      'only {{count, number}} of {{wanted, number}} instances of {{name}} is ready',
    fewerReady_other:
      'only {{count, number}} of {{wanted, number}} instances of {{name}} are ready',
    rolloutStuck: 'the rollout of {{name}} has been stuck for {{duration}}',
    restarts_one: '{{count, number}} restart of {{name}} within an hour',
    restarts_other: '{{count, number}} restarts of {{name}} within an hour',
    outOfMemory: 'the pod {{name}} ran out of memory',
    cronJobFailed: 'the last run of the scheduled job {{name}} failed',
  },
} as const satisfies VerdictWords;

/**
 * French of {@link kubernetesVerdictWords}.
 *
 * @public
 */
export const frKubernetesVerdictWords = {
  title: 'Kubernetes',
  reason: {
    noneReady_one: "la seule instance de « {{name}} » n'est pas prête",
    noneReady_other:
      "aucune des {{count, number}} instances de « {{name}} » n'est prête",
    fewerReady_one:
      'seulement {{count, number}} instance de « {{name}} » sur {{wanted, number}} est prête',
    fewerReady_other:
      'seulement {{count, number}} instances de « {{name}} » sur {{wanted, number}} sont prêtes',
    rolloutStuck:
      'le déploiement de « {{name}} » est bloqué depuis {{duration}}',
    restarts_one: '{{count, number}} redémarrage de « {{name}} » en une heure',
    restarts_other:
      '{{count, number}} redémarrages de « {{name}} » en une heure',
    outOfMemory: 'le pod {{name}} a manqué de mémoire',
    cronJobFailed:
      'la dernière exécution de la tâche planifiée {{name}} a échoué',
  },
} satisfies VerdictWords<keyof typeof kubernetesVerdictWords.reason>;
