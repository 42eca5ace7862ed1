type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const isRecord = (value: unknown): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists whose items a strategic merge matches by `name`: containers, their variables, volumes. */
const isNamedList = (value: unknown): value is { name: string }[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(item => isRecord(item) && typeof item.name === 'string');

function merge(target: unknown, patch: unknown, strategic: boolean): unknown {
  if (strategic && isNamedList(target) && isNamedList(patch)) {
    const names = new Set(target.map(({ name }) => name));
    return [
      ...target.map(item => {
        const change = patch.find(({ name }) => name === item.name);
        return change ? merge(item, change, strategic) : item;
      }),
      ...patch.filter(({ name }) => !names.has(name)),
    ];
  }
  if (!isRecord(patch)) return patch;
  const result: Record<string, unknown> = isRecord(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merge(result[key], value, strategic);
  }
  return result;
}

/** RFC 7386: objects are merged, `null` deletes, everything else replaces. */
export function applyMergePatch<T>(target: T, patch: unknown): T {
  return merge(target, patch, false) as T;
}

/** As a merge patch, and lists of named things are merged by name. */
export function applyStrategicMergePatch<T>(target: T, patch: unknown): T {
  return merge(target, patch, true) as T;
}

/** RFC 6902, with the operations that clients of Kubernetes send: `add`, `replace`, `remove`. */
export function applyJsonPatch<T>(
  target: T,
  operations: { op: string; path: string; value?: unknown }[],
): T {
  const result = structuredClone(target) as Record<string, unknown>;
  for (const { op, path, value } of operations) {
    const keys = path
      .split('/')
      .slice(1)
      .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'));
    const last = keys.pop() ?? '';
    const parent = keys.reduce<unknown>(
      (part, key) => (part as Record<string, unknown> | undefined)?.[key],
      result,
    );
    if (Array.isArray(parent)) {
      const index = last === '-' ? parent.length : Number(last);
      if (op === 'add') parent.splice(index, 0, value);
      else if (op === 'replace') parent[index] = value;
      else if (op === 'remove') parent.splice(index, 1);
      else throw new TypeError(`Unexpected kind: ${op}`);
    } else if (isRecord(parent)) {
      const record = parent as Record<string, unknown>;
      if (op === 'add' || op === 'replace') record[last] = value;
      else if (op === 'remove') delete record[last];
      else throw new TypeError(`Unexpected kind: ${op}`);
    } else {
      throw new TypeError(
        `the server rejected our request due to an error in our request: ${path}`,
      );
    }
  }
  return result as T;
}
