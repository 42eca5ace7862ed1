import { resolve } from 'path';
import { loadConfigSchema } from '@backstage/config-loader';

interface Schema {
  visibility?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
}

const secretName = /(token|password|secret|key)$/i;

/** Paths of the fields whose name says that they are secret, with their visibility. */
function findSecrets(schema: Schema, path: string[] = []): [string, unknown][] {
  const { properties = {}, additionalProperties, items, anyOf = [] } = schema;
  const own = Object.entries(properties)
    .filter(([name, field]) => secretName.test(name) && !field.properties)
    .map(([name, field]): [string, unknown] => [
      [...path, name].join('.'),
      field.visibility,
    ]);
  const children: [Schema, string[]][] = [
    ...Object.entries(properties).map(([name, field]): [Schema, string[]] => [
      field,
      [...path, name],
    ]),
    ...(typeof additionalProperties === 'object'
      ? [[additionalProperties, [...path, '*']] as [Schema, string[]]]
      : []),
    ...(items ? [[items, [...path, '[]']] as [Schema, string[]]] : []),
    ...anyOf.map((one): [Schema, string[]] => [one, path]),
  ];
  return [...own, ...children.flatMap(child => findSecrets(...child))];
}

describe('the configuration schema', () => {
  it('marks every field as secret whose name says so', async () => {
    const packages = [
      'fabrique-node',
      'fabrique-backend',
      'search-backend-module-fabrique',
    ];
    const { serialize } = await loadConfigSchema({
      dependencies: [],
      packagePaths: packages.map(name =>
        resolve(__dirname, '../..', '..', 'plugins', name, 'package.json'),
      ),
    });
    const { schemas } = serialize() as unknown as {
      schemas: { value: Schema; packageName: string }[];
    };
    // With those of the packages that ours depend on.
    const own = schemas.filter(({ packageName }) =>
      packageName.startsWith('@socialgouv/'),
    );
    const secrets = own.flatMap(({ value }) => findSecrets(value));

    expect(own).toHaveLength(packages.length);
    expect(secrets.map(([path]) => path)).toEqual(
      expect.arrayContaining([
        'fabrique.sentry.token',
        'fabrique.matomo.token',
        'fabrique.grafana.token',
      ]),
    );
    expect(secrets.filter(([, visibility]) => visibility !== 'secret')).toEqual(
      [],
    );
  }, 60_000);
});
