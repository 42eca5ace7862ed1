import {
  AppNames,
  Environment,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { ConflictError } from '@backstage/errors';
import {
  generatePassword,
  isOthersTurn,
  LoginPair,
  RotationTurn,
  Ownership,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { AnyEnsuredResource, EnsuredResource } from '../ensure';
import {
  secretKeys,
  toCredentials,
} from '../integrations/azure-postgres/createPostgresResources';
import { PostgresServers } from '../integrations/azure-postgres/PostgresServers';
import { SecretSink } from '../sinks/SecretSink';
import { toTaken } from './toTaken';

/** A change of the login of an application, from one of its two roles to the other. */
export interface DatabaseRotation {
  servers: PostgresServers;
  names: AppNames;
  environment: Environment;
  owner: Ownership;
  sink: SecretSink;
  workspacePath: string;
  /** The role that gets a new password; the other keeps its own. */
  login: string;
  /** This task. */
  turn: RotationTurn;
}

/**
 * The new login: its password is made and kept, and then the portal notes that the application has it.
 * The login before it works on, until the next rotation or until it is retired.
 */
export function createRotationResources(rotation: DatabaseRotation): {
  secret: AnyEnsuredResource;
  current: EnsuredResource<LoginPair, string>;
} {
  const { servers, names, environment, owner, login, turn } = rotation;
  const { database } = names.environments[environment];
  const open = (call: { signal?: AbortSignal }) =>
    servers.open(database.server, call);
  const read = async (call: { signal?: AbortSignal }) => {
    const { databases } = await open(call);
    return databases.logins.read(database.user, call);
  };
  const kept = rotation.sink.createResource({
    names,
    environment,
    secretName: database.secretName,
    keys: secretKeys,
    workspacePath: rotation.workspacePath,
    replaces: true,
    async makeValues(call, held) {
      const { host, port, databases } = await open(call);
      const wish = {
        user: database.user,
        name: login,
        database: database.name,
      };
      const toValues = (password: string) =>
        toCredentials({ ...wish, host, port, user: login, password });
      // Of a run that was interrupted: whoever has it from the sink goes on with it.
      const begun = readPassword(held?.DATABASE_URL, login);
      const { current, next } = await read(call);
      const isPending = [current, next].some(
        ({ name, mark }) => name === login && mark === 'pending',
      );
      const isBegun =
        begun &&
        isPending &&
        (await databases.logins.accepts({ ...wish, password: begun }, call));
      const password = isBegun ? begun : generatePassword();
      const isOurs = await databases.logins.prepare(
        { ...wish, owner, password, turn },
        call,
      );
      if (!isOurs) throw new ConflictError(toTaken(login));
      return toValues(password);
    },
  });
  const secret: AnyEnsuredResource = {
    ...kept,
    async read(call) {
      return { kept: await kept.read(call), logins: await read(call) };
    },
    plan(found) {
      const { current, next } = found.logins as LoginPair;
      const wanted = current.name === login ? current : next;
      if (isOthersTurn(wanted.task, turn)) {
        return { verb: 'conflict', detail: toTaken(login, wanted.task) };
      }
      if (next.name === login && next.sessions > 0) {
        return {
          verb: 'conflict',
          detail: `The application still logs in as ${login} (sessions: ${next.sessions}), which is to get a new password. Deploy the secret of the last rotation first.`,
        };
      }
      return kept.plan(found.kept);
    },
    apply: (found, call) => kept.apply(found.kept, call),
    refer: found => kept.refer(found.kept),
  };
  const current: EnsuredResource<LoginPair, string> = {
    key: `azure-postgres/${database.server}/${database.name}/login`,
    title: `login of ${database.name}`,
    read,
    plan: found =>
      found.current.name === login && found.current.mark === 'current'
        ? { verb: 'nothing', detail: login }
        : { verb: 'update', detail: `${found.current.name} becomes ${login}` },
    async apply(_found, call) {
      const { databases } = await open(call);
      const isOurs = await databases.logins.setCurrent(
        { user: database.user, name: login, owner, task: turn.task },
        call,
      );
      if (!isOurs) throw new ConflictError(toTaken(login));
      return login;
    },
    refer: () => login,
  };
  return { secret, current };
}

/** The password in an address, if it is one of this login. */
function readPassword(
  address: string | undefined,
  login: string,
): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { username, password } = new URL(address);
  return username === login ? decodeURIComponent(password) : undefined;
}

/** Takes the login of before away, once nobody uses it. */
export function createRetirementResource(
  rotation: Pick<DatabaseRotation, 'servers' | 'names' | 'environment'>,
): EnsuredResource<LoginPair, string> {
  const { servers, names, environment } = rotation;
  const { database } = names.environments[environment];
  const open = (call: { signal?: AbortSignal }) =>
    servers.open(database.server, call);
  return {
    key: `azure-postgres/${database.server}/${database.name}/retired-login`,
    title: `login of ${database.name} before the last rotation`,
    async read(call) {
      const { databases } = await open(call);
      return databases.logins.read(database.user, call);
    },
    plan({ current, next }) {
      if (!next.exists || !current.mark) {
        return { verb: 'nothing', detail: 'there was no rotation' };
      }
      if (next.sessions > 0 || current.mark === 'pending') {
        return {
          verb: 'conflict',
          detail: `The application still logs in as ${next.name} (sessions: ${next.sessions}). Deploy the secret of the last rotation first.`,
        };
      }
      return { verb: 'update', detail: `${next.name} cannot log in any more` };
    },
    async apply({ next }, call) {
      const { databases } = await open(call);
      await databases.logins.retire(next.name, call);
      return next.name;
    },
    refer: ({ next }) => next.name,
  };
}
