import { JsonObject, JsonValue } from '@backstage/types';

/** Numbers of things, and what systems do by themselves: they differ from run to run. */
const ownNumber = /(^|[/_])(id|iid|idsite)$|Id$/;
/** Seconds since 1970. */
const ownTime = /(created|updated)At$/;
/** Differs from run to run, and has no place in a table. */
const secret = /(\/value|password|\/keys\/\d+|token)$/i;
const ownLife =
  /^\/documents\/(gitlab-projects\/[^/]+\/(update|seenRefs|import)|kubernetes-.+\/object\/status\/)/;

/** Every value of a state, by its path; the name of the application, numbers and times are taken out. */
export type FlatState = Map<string, string>;

/** Lays a state out so that two runs under different names can be compared. */
export function flatten(state: JsonObject, name: string): FlatState {
  const flat: FlatState = new Map();
  const visit = (path: string, value: JsonValue | undefined) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        visit(`${path}/${key}`, item);
      }
      return;
    }
    if (ownLife.test(path)) return;
    if (secret.test(path)) {
      flat.set(path, '<secret>');
      return;
    }
    if (typeof value === 'number' && ownTime.test(path)) {
      flat.set(path, '<time>');
      return;
    }
    const isNumber = typeof value === 'number' && ownNumber.test(path);
    flat.set(
      path,
      isNumber
        ? '<number>'
        : String(value)
            .replace(/\d{4}-\d\d-\d\d[T ][\d:.]+Z?/g, '<time>')
            .replace(/idSite=\d+/g, 'idSite=<number>')
            .replace(/<name>-(task|one|two)/g, '<task>'),
    );
  };
  visit('', JSON.parse(JSON.stringify(state).replaceAll(name, '<name>')));
  return flat;
}

/** Paths whose values differ between two runs of the same thing: numbers, times, hashes, secrets. */
export function findVolatile(one: FlatState, two: FlatState): Set<string> {
  return new Set(
    [...one].flatMap(([path, value]) =>
      two.has(path) && two.get(path) !== value ? [path] : [],
    ),
  );
}

/** What is different, one line each; the values of volatile paths are not looked at. */
export function findDifferences(
  expected: FlatState,
  actual: FlatState,
  volatile: ReadonlySet<string> = new Set(),
): string[] {
  const paths = new Set([...expected.keys(), ...actual.keys()]);
  return [...paths].sort().flatMap(path => {
    const [wanted, got] = [expected.get(path), actual.get(path)];
    if (wanted === got) return [];
    if (wanted === undefined) return [`${path}: too much (${got})`];
    if (got === undefined) return [`${path}: missing (${wanted})`];
    return volatile.has(path) ? [] : [`${path}: ${got}, not ${wanted}`];
  });
}
