import { z } from 'zod/v4';
import { looseArray } from '../../upstream';

// Minimal versions of Kubernetes' objects as the SDK gives them, with dates in place of texts: only the
// fields that the views need. A list may hold objects without a status.

const Time = z
  .union([z.date().transform(date => date.toISOString()), z.string()])
  .nullish();
const Whole = z.number().nullish();
const Words = z.string().nullish();

const Metadata = z.object({
  name: z.string(),
  namespace: z.string(),
  labels: z.record(z.string(), z.string()).nullish(),
  annotations: z.record(z.string(), z.string()).nullish(),
  creationTimestamp: Time,
  deletionTimestamp: Time,
  ownerReferences: looseArray(
    z.object({ kind: z.string(), name: z.string() }),
  ).nullish(),
});
/** @public */
export type KubernetesMetadata = z.infer<typeof Metadata>;

const Condition = z.object({
  type: z.string(),
  status: z.string(),
  reason: Words,
  message: Words,
  lastTransitionTime: Time,
});
const Conditions = looseArray(Condition).nullish();

/** A Deployment or a StatefulSet. @public */
export const KubernetesReplicated = z.object({
  metadata: Metadata,
  spec: z.object({
    replicas: Whole,
    template: z.object({
      spec: z
        .object({ containers: looseArray(z.object({ image: Words })) })
        .nullish(),
    }),
  }),
  status: z
    .object({
      readyReplicas: Whole,
      // Only a Deployment says when it was updated.
      conditions: looseArray(
        Condition.extend({ lastUpdateTime: Time }),
      ).nullish(),
    })
    .nullish(),
});
/** @public */
export type KubernetesReplicated = z.infer<typeof KubernetesReplicated>;

const Terminated = z
  .object({
    reason: Words,
    message: Words,
    exitCode: Whole,
    startedAt: Time,
    finishedAt: Time,
  })
  .nullish();
const ContainerStatuses = looseArray(
  z.object({
    restartCount: Whole,
    state: z
      .object({
        waiting: z.object({ reason: Words, message: Words }).nullish(),
        running: z.object({ startedAt: Time }).nullish(),
        terminated: Terminated,
      })
      .nullish(),
    lastState: z.object({ terminated: Terminated }).nullish(),
  }),
).nullish();

/** @public */
export const KubernetesPod = z.object({
  metadata: Metadata,
  status: z
    .object({
      phase: Words,
      reason: Words,
      message: Words,
      startTime: Time,
      conditions: Conditions,
      containerStatuses: ContainerStatuses,
      initContainerStatuses: ContainerStatuses,
    })
    .nullish(),
});
/** @public */
export type KubernetesPod = z.infer<typeof KubernetesPod>;

/** @public */
export const KubernetesCronJobObject = z.object({
  metadata: Metadata,
  spec: z.object({ schedule: z.string(), suspend: z.boolean().nullish() }),
  status: z
    .object({
      active: z.array(z.unknown()).nullish(),
      lastScheduleTime: Time,
      lastSuccessfulTime: Time,
    })
    .nullish(),
});
/** @public */
export type KubernetesCronJobObject = z.infer<typeof KubernetesCronJobObject>;

/** @public */
export const KubernetesJob = z.object({
  metadata: Metadata,
  status: z.object({ conditions: Conditions }).nullish(),
});
/** @public */
export type KubernetesJob = z.infer<typeof KubernetesJob>;

/** @public */
export const KubernetesIngress = z.object({
  metadata: Metadata,
  spec: z
    .object({ rules: looseArray(z.object({ host: Words })).nullish() })
    .nullish(),
});
/** @public */
export type KubernetesIngress = z.infer<typeof KubernetesIngress>;

/** @public */
export const KubernetesNamespace = z.object({
  metadata: Metadata.omit({ namespace: true }),
});
/** @public */
export type KubernetesNamespace = z.infer<typeof KubernetesNamespace>;

/**
 * What the objects of each kind hold.
 *
 * @public
 */
export interface KubernetesObjects {
  Deployment: KubernetesReplicated;
  StatefulSet: KubernetesReplicated;
  Pod: KubernetesPod;
  CronJob: KubernetesCronJobObject;
  Job: KubernetesJob;
  Ingress: KubernetesIngress;
  Namespace: KubernetesNamespace;
}

/** @public */
export type KubernetesKind = keyof KubernetesObjects;

/** What each kind is read with. */
export const kubernetesSchemas: {
  [Kind in KubernetesKind]: z.ZodType<KubernetesObjects[Kind]>;
} = {
  Deployment: KubernetesReplicated,
  StatefulSet: KubernetesReplicated,
  Pod: KubernetesPod,
  CronJob: KubernetesCronJobObject,
  Job: KubernetesJob,
  Ingress: KubernetesIngress,
  Namespace: KubernetesNamespace,
};
