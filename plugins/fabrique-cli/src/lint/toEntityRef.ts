/** `component:default/domifa`, of what a document says; undefined where it names no entity. */
export function toEntityRef(document: unknown): string | undefined {
  if (!isMap(document) || !isMap(document.metadata)) return undefined;
  const { name, namespace = 'default' } = document.metadata;
  return typeof document.kind === 'string' && name
    ? `${document.kind}:${namespace}/${name}`.toLowerCase()
    : undefined;
}

/** Whether YAML read keys with values. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
