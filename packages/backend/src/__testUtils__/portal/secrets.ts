import { JsonValue } from '@backstage/types';

const secretName = /(token|password|secret|key)$/i;

/** Every secret of a configuration, by the names of its keys, also in the form in which Basic sends it. */
export function findSecrets(config: JsonValue | undefined): string[] {
  if (typeof config !== 'object' || config === null) return [];
  return Object.entries(config).flatMap(([name, value]) =>
    typeof value === 'string' && secretName.test(name)
      ? [value, Buffer.from(value).toString('base64')]
      : findSecrets(value),
  );
}
