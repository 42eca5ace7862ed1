import { Words } from '../words/useWords';

/** What people call a type of resources; undefined for those of others. */
export function toTypeName(t: Words['t'], type: string): string | undefined {
  const key = `resources.type.${type}` as Parameters<typeof t>[0];
  const name = t(key as never) as string;
  return name === key ? undefined : name;
}
