/** Who made an object; the garbage collector and the Kubernetes tab follow it. */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

/** The part that every object has. */
export interface ObjectMeta {
  name: string;
  generateName?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
}

/** A Kubernetes object as it travels over the API, dates as ISO strings without milliseconds. */
export interface KubernetesObject<Spec = object, Status = object> {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  spec?: Spec;
  status?: Status;
  data?: Record<string, string>;
  stringData?: Record<string, string>;
  [field: string]: unknown;
}

/** Something that a container takes from a Secret or a ConfigMap. */
interface Reference {
  name: string;
  key?: string;
  optional?: boolean;
}

/** A container of a pod, as far as the sandbox looks into it. */
export interface Container {
  name: string;
  image?: string;
  env?: {
    name: string;
    value?: string;
    valueFrom?: { secretKeyRef?: Reference; configMapKeyRef?: Reference };
  }[];
  envFrom?: { secretRef?: Reference; configMapRef?: Reference }[];
  [field: string]: unknown;
}

/** What pods are made from. */
export interface PodTemplate {
  metadata?: Partial<ObjectMeta>;
  spec: {
    containers: Container[];
    initContainers?: Container[];
    [field: string]: unknown;
  };
}

/** Spec of a Deployment, as far as the sandbox looks into it. */
export interface DeploymentSpec {
  replicas?: number;
  selector: { matchLabels: Record<string, string> };
  template: PodTemplate;
  strategy?: {
    type?: string;
    rollingUpdate?: {
      maxUnavailable?: number | string;
      maxSurge?: number | string;
    };
  };
  progressDeadlineSeconds?: number;
}

/** Spec of a CronJob, as far as the sandbox looks into it. */
export interface CronJobSpec {
  schedule: string;
  suspend?: boolean;
  jobTemplate: { metadata?: Partial<ObjectMeta>; spec: JobSpec };
}

/** Spec of a Job. */
export interface JobSpec {
  template: PodTemplate;
  backoffLimit?: number;
}

/** One version of a Deployment's pods, and since when it is wanted. */
export interface Rollout {
  revision: number;
  at: string;
  /** The `pod-template-hash`. */
  hash: string;
  template: PodTemplate;
}

/** What the seed makes go wrong in a cluster. */
export type ClusterScenario = 'failing-rollout' | 'restarts' | 'failed-job';

/** An object in the cluster's store, with what its status derives from. */
export interface StoredObject {
  object: KubernetesObject;
  /** Of a Deployment: the last two versions, oldest first. */
  rollouts?: Rollout[];
  scenario?: ClusterScenario;
}

/** An object of the seed with its past. */
export interface SeededObject {
  object: KubernetesObject;
  createdAt: Date;
  rolledOutAt?: Date;
  scenario?: ClusterScenario;
  previousTemplate?: PodTemplate;
}

/** Kubernetes' own notation of time. */
export function toTimestamp(date: Date | number): string {
  return new Date(date).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** What an object refers to its maker with. */
export function toOwnerReference(owner: KubernetesObject): OwnerReference {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid ?? '',
    controller: true,
    blockOwnerDeletion: true,
  };
}
