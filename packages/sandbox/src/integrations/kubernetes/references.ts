import { PodTemplate } from './objects';

/** A Secret or ConfigMap, or a key of it, that a container cannot start without. */
export interface RequiredReference {
  kind: 'Secret' | 'ConfigMap';
  name: string;
  key?: string;
}

/** What the containers of a pod need to exist before they start. */
export function listRequiredReferences(
  template: PodTemplate,
): RequiredReference[] {
  const containers = [
    ...(template.spec.initContainers ?? []),
    ...template.spec.containers,
  ];
  return containers.flatMap(({ env = [], envFrom = [] }) =>
    [
      ...envFrom.flatMap(({ secretRef, configMapRef }) => [
        { kind: 'Secret' as const, reference: secretRef },
        { kind: 'ConfigMap' as const, reference: configMapRef },
      ]),
      ...env.flatMap(({ valueFrom }) => [
        { kind: 'Secret' as const, reference: valueFrom?.secretKeyRef },
        { kind: 'ConfigMap' as const, reference: valueFrom?.configMapKeyRef },
      ]),
    ].flatMap(({ kind, reference }) =>
      reference && !reference.optional
        ? [{ kind, name: reference.name, key: reference.key }]
        : [],
    ),
  );
}

/**
 * The first thing that is needed and is not there, in the kubelet's words.
 *
 * @param lookUp - keys of a Secret or ConfigMap; undefined when it does not exist.
 */
export function findMissingReference(
  template: PodTemplate,
  lookUp: (reference: RequiredReference) => string[] | undefined,
  namespace: string,
): string | undefined {
  for (const reference of listRequiredReferences(template)) {
    const keys = lookUp(reference);
    const kind = reference.kind.toLowerCase();
    if (!keys) return `${kind} "${reference.name}" not found`;
    if (reference.key && !keys.includes(reference.key)) {
      return `couldn't find key ${reference.key} in ${reference.kind} ${namespace}/${reference.name}`;
    }
  }
  return undefined;
}
