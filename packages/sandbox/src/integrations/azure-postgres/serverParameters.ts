import { ArmError } from '../../azure/ArmError';
import { toResourceId } from '../../azure/identity';
import { sharedServers } from '../../fleet/azureNames';
import { ServerDocument, serverType } from './postgresState';

const allowedExtensions = [
  'BTREE_GIN',
  'BTREE_GIST',
  'CITEXT',
  'CUBE',
  'EARTHDISTANCE',
  'FUZZYSTRMATCH',
  'HSTORE',
  'INTARRAY',
  'LTREE',
  'PG_STAT_STATEMENTS',
  'PG_TRGM',
  'PGCRYPTO',
  'POSTGIS',
  'TABLEFUNC',
  'UNACCENT',
  'UUID-OSSP',
  'VECTOR',
];

/** @see https://learn.microsoft.com/azure/postgresql/configure-maintain/concepts-limits */
const connectionsBySize: Record<string, string> = {
  Standard_B1ms: '50',
  Standard_B2s: '429',
  Standard_D2ds_v5: '859',
  Standard_D4ds_v5: '1718',
};

interface Definition {
  defaultValue: string;
  dataType: string;
  allowedValues: string;
  description: string;
}

/** The server parameters that the sandbox knows, of some 300. */
const definitions: Record<string, Definition> = {
  'azure.extensions': {
    defaultValue: '',
    dataType: 'Set',
    allowedValues: allowedExtensions.join(','),
    description:
      'Specifies which extensions are allowed to be created in the server.',
  },
  require_secure_transport: {
    defaultValue: 'off',
    dataType: 'Boolean',
    allowedValues: 'on,off',
    description:
      'Whether client connections to the server are required to use some form of secure transport.',
  },
  max_connections: {
    defaultValue: '200',
    dataType: 'Integer',
    allowedValues: '25-5000',
    description: 'Sets the maximum number of concurrent connections.',
  },
  log_min_duration_statement: {
    defaultValue: '-1',
    dataType: 'Integer',
    allowedValues: '-1-2147483647',
    description:
      'Sets the minimum execution time (in milliseconds) above which statements will be logged.',
  },
};

export const parameterNames = Object.keys(definitions);

/** A server parameter as Azure shows it; throws its 404 for one that there is not. */
export function toParameterResource(server: ServerDocument, name: string) {
  const definition = definitions[name];
  if (!definition)
    throw new ArmError(
      404,
      'ConfigurationNotExists',
      `The configuration '${name}' does not exist for ${
        server.name
      } server version ${server.version ?? '18'}.`,
    );
  return {
    id: toResourceId(`${serverType}/${server.name}/configurations/${name}`),
    name,
    type: `${serverType}/configurations`,
    properties: {
      ...definition,
      defaultValue: readDefault(server, name),
      value: readParameter(server, name),
      source: name in server.parameters ? 'user-override' : 'system-default',
      isDynamicConfig: name !== 'max_connections',
      isReadOnly: false,
      isConfigPendingRestart: false,
    },
  };
}

/** The value of now. */
export function readParameter(server: ServerDocument, name: string): string {
  return server.parameters[name] ?? readDefault(server, name);
}

/** Azure gives a server connections by its memory; the real Postgres has its own number. */
function readDefault(server: ServerDocument, name: string): string {
  const isReal = Object.values<string>(sharedServers).includes(server.name);
  return name === 'max_connections' && !isReal
    ? connectionsBySize[server.sku.name] ?? definitions[name].defaultValue
    : definitions[name].defaultValue;
}

/** Throws Azure's 400 for a value that the parameter does not take. */
export function checkParameterValue(name: string, value: string): void {
  const { dataType, allowedValues } = definitions[name];
  const choices = allowedValues.split(',');
  const values = value === '' ? [] : value.split(',').map(one => one.trim());
  const isAllowed = {
    Set: () => values.every(one => choices.includes(one.toUpperCase())),
    Boolean: () => choices.includes(value),
    Integer: () => /^-?\d+$/.test(value),
  }[dataType];
  if (!isAllowed?.())
    throw new ArmError(
      400,
      'InvalidParameterValue',
      `Invalid value given for parameter ${name}. Specify a valid parameter value.`,
    );
}
