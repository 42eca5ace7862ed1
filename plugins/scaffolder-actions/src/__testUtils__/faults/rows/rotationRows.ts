import { JsonObject } from '@backstage/types';
import { ActionRow } from '../ActionRow';
import { readKeys, readLogins } from '../openCredentials';
import { environments } from './application';

const environment = 'dev';

const rotate = (name: string, input: JsonObject): [string, JsonObject] => [
  'fabrique:secret:rotate',
  { name, environment, ...input },
];
const storage = { what: 'storage' };

const databases = (name: string): [string, JsonObject] => [
  'fabrique:azure:postgres:ensure',
  { name, environments },
];
const containers = (name: string): [string, JsonObject] => [
  'fabrique:azure:blob:ensure',
  { name, environments },
];

const logins = {
  '/databases/roles': 'what was rotated cannot turn back',
};
const keys = {
  '/documents/azure-storage-accounts': 'what was rotated cannot turn back',
};

/** Whoever comes second has nothing of what the first made: it takes another task, later. */
const refusal = /changed .+ at the same moment: what that one made is in use/;

/** Rotation: no undo, and at each end what the secrets open. */
export const rotationRows: ActionRow[] = [
  {
    action: 'fabrique:secret:rotate',
    before: name => [databases(name)],
    input: name => ({ name, environment }),
    readMore: readLogins,
    refusal,
    stays: logins,
  },
  {
    action: 'fabrique:secret:rotate',
    title: 'fabrique:secret:rotate (retires)',
    before: name => [databases(name), rotate(name, {})],
    input: name => ({ name, environment, retire: true }),
    readMore: readLogins,
    stays: logins,
  },
  {
    action: 'fabrique:secret:rotate',
    title: 'fabrique:secret:rotate (storage)',
    before: name => [containers(name)],
    input: name => ({ name, environment, ...storage }),
    readMore: readKeys,
    refusal,
    stays: keys,
  },
  {
    action: 'fabrique:secret:rotate',
    title: 'fabrique:secret:rotate (retires a key)',
    before: name => [containers(name), rotate(name, storage)],
    input: name => ({
      name,
      environment,
      ...storage,
      retire: true,
      deployed: true,
    }),
    readMore: readKeys,
    stays: keys,
  },
];
