import { toUuid } from '../../fleet/stableNoise';
import { KubernetesObject, StoredObject, toTimestamp } from './objects';
import { DeploymentState, imagePullMs } from './podStates';

/** The API server forgets events after an hour. */
const retentionMs = 3_600_000;

interface Occurrence {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  component: string;
  firstAt: Date | number;
  lastAt?: Date | number;
  count?: number;
}

/** The events of one object that happened by now and are not forgotten yet. */
export function toEvents(
  involved: Pick<KubernetesObject, 'apiVersion' | 'kind' | 'metadata'>,
  occurrences: Occurrence[],
  now: Date,
): KubernetesObject[] {
  const { namespace, name, uid } = involved.metadata;
  return occurrences.flatMap(occurrence => {
    const { type, reason, message, component, count = 1 } = occurrence;
    const first = new Date(occurrence.firstAt);
    const last = new Date(occurrence.lastAt ?? occurrence.firstAt);
    if (last > now || now.getTime() - last.getTime() > retentionMs) return [];
    const id = toUuid('event', uid ?? '', name, reason, first.getTime());
    return [
      {
        apiVersion: 'v1',
        kind: 'Event',
        metadata: {
          name: `${name}.${id.replace(/-/g, '').slice(0, 16)}`,
          namespace,
          uid: id,
          resourceVersion: String(last.getTime()),
          creationTimestamp: toTimestamp(first),
        },
        involvedObject: {
          apiVersion: involved.apiVersion,
          kind: involved.kind,
          name,
          namespace,
          uid,
        },
        type,
        reason,
        message,
        source: { component },
        firstTimestamp: toTimestamp(first),
        lastTimestamp: toTimestamp(last),
        count,
        reportingComponent: component,
        reportingInstance: '',
        eventTime: null,
      },
    ];
  });
}

/** What happened to a Deployment: its ReplicaSets being scaled. */
export function toDeploymentEvents(
  { object, rollouts = [] }: StoredObject,
  state: DeploymentState,
  now: Date,
): KubernetesObject[] {
  const current = rollouts.at(-1);
  if (!current) return [];
  const pods = state.pods.filter(pod => pod.rollout.hash === current.hash);
  return toEvents(
    object,
    [
      {
        type: 'Normal',
        reason: 'ScalingReplicaSet',
        message: `Scaled up replica set ${object.metadata.name}-${current.hash} from 0 to ${pods.length}`,
        component: 'deployment-controller',
        firstAt: pods[0] ? Date.parse(pods[0].rollout.at) : now,
      },
    ],
    now,
  );
}

/** What happened to the pods of a Deployment, from scheduling to crashes. */
export function toPodEvents(
  pods: { object: KubernetesObject; state: DeploymentState['pods'][number] }[],
  now: Date,
): KubernetesObject[] {
  return pods.flatMap(({ object, state }) => {
    const created = state.createdAt.getTime();
    const { name, namespace } = object.metadata;
    const { nodeName } = object.spec as { nodeName: string };
    const container = state.rollout.template.spec.containers[0];
    const kubelet = (
      after: number,
      reason: string,
      message: string,
    ): Occurrence => ({
      type: 'Normal',
      reason,
      message,
      component: 'kubelet',
      firstAt: created + after,
    });
    const occurrences: Occurrence[] = [
      {
        type: 'Normal',
        reason: 'Scheduled',
        message: `Successfully assigned ${namespace}/${name} to ${nodeName}`,
        component: 'default-scheduler',
        firstAt: created,
      },
      kubelet(100, 'Pulling', `Pulling image "${container.image}"`),
      kubelet(
        imagePullMs,
        'Pulled',
        `Successfully pulled image "${container.image}" in ${
          imagePullMs - 100
        }ms`,
      ),
    ];
    if (state.waiting?.reason === 'CreateContainerConfigError') {
      occurrences.push({
        type: 'Warning',
        reason: 'Failed',
        message: `Error: ${state.waiting.message}`,
        component: 'kubelet',
        firstAt: created + imagePullMs,
        lastAt: now,
        count: 1 + Math.floor((now.getTime() - created) / 12_000),
      });
    } else {
      occurrences.push(
        kubelet(imagePullMs, 'Created', `Created container ${container.name}`),
        kubelet(imagePullMs, 'Started', `Started container ${container.name}`),
      );
    }
    if (state.lastEnd) {
      occurrences.push({
        type: 'Warning',
        reason: 'BackOff',
        message: `Back-off restarting failed container ${container.name} in pod ${name}_${namespace}(${object.metadata.uid})`,
        component: 'kubelet',
        firstAt: created + 30_000,
        lastAt: state.lastEnd.at,
        count: state.restarts,
      });
    }
    return toEvents(object, occurrences, now);
  });
}
