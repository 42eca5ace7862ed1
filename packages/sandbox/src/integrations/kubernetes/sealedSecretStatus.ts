import { UnsealOutcome } from './sealedSecrets';
import { toEvents } from './events';
import { KubernetesObject, toTimestamp } from './objects';

/** The status that the SealedSecrets controller gives. */
export function toSealedSecretStatus(
  object: KubernetesObject,
  outcome: UnsealOutcome,
  now: Date,
) {
  const time = toTimestamp(now);
  return {
    observedGeneration: object.metadata.generation,
    conditions: [
      {
        type: 'Synced',
        status: 'secret' in outcome ? 'True' : 'False',
        lastUpdateTime: time,
        lastTransitionTime: time,
        ...('failure' in outcome && { message: outcome.failure }),
      },
    ],
  };
}

/** What the controller tells of a SealedSecret. */
export function toSealedSecretEvents(
  object: KubernetesObject,
  now: Date,
): KubernetesObject[] {
  const status = object.status as
    | ReturnType<typeof toSealedSecretStatus>
    | undefined;
  return (status?.conditions ?? []).flatMap(({ lastUpdateTime, message }) =>
    toEvents(
      object,
      [
        {
          type: message ? 'Warning' : 'Normal',
          reason: message ? 'ErrUnsealFailed' : 'Unsealed',
          message: message
            ? `Failed to unseal: ${message}`
            : 'SealedSecret unsealed successfully',
          component: 'sealed-secrets',
          firstAt: Date.parse(lastUpdateTime),
        },
      ],
      now,
    ),
  );
}
