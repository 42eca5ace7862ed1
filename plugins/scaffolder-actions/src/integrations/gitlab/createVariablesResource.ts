import {
  AppNames,
  Environment,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GitlabProvisioner,
  GitlabVariableState,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureCall, EnsuredResource } from '../../ensure';
import { Remover } from '../../undo/Remover';

/** Variables of one project and one scope, set together. */
export interface VariablesOptions {
  gitlab: GitlabProvisioner;
  names: Pick<AppNames, 'name' | 'repository'>;
  /** All environments when left out. */
  environment?: Environment;
  keys: string[];
  /** Left out, GitLab masks what it can: values of 8 characters and more. */
  isMasked?: boolean;
  isProtected: boolean;
  /** Sets them anew although GitLab has them: a rotation. */
  replaces?: boolean;
  /**
   * Makes the values; only runs if something is to be set.
   *
   * @param held - for `replaces`, the values that GitLab has and does not hide
   */
  makeValues(
    call: EnsureCall,
    held?: Record<string, string | undefined>,
  ): Promise<Record<string, string>>;
  /** Values that must be there, where they are known before: another one is set anew. */
  expected?: Record<string, string>;
}

/** What was found of the variables. */
export interface FoundVariables {
  projectId?: number;
  variables: GitlabVariableState[];
}

/** Kept by the ledger; holds no value. */
export type VariablesReference = {
  project: string;
  scope: string;
  keys: string[];
};

/**
 * Environments of GitLab whose jobs see a variable. Every review branch has an environment of its own,
 * and the most exact scope wins: preproduction keeps what is set for it.
 */
const scopes: Record<Environment, string> = {
  dev: '*-dev',
  preprod: 'preprod-dev',
  prod: 'prod',
};

const allEnvironments = '*';
const shortestMasked = 8;

/** Variables of the mirror of an application, marked as its own. */
export function createVariablesResource(
  options: VariablesOptions,
): EnsuredResource<FoundVariables, VariablesReference> {
  const { gitlab, names, environment, keys, isProtected } = options;
  const { expected, replaces = false } = options;
  const scope = environment ? scopes[environment] : allEnvironments;
  const project = `${gitlab.group}/${names.name}`;
  const reference: VariablesReference = { project, scope, keys };
  const ownership = { app: names.repository };
  // Without a value that is expected, one that is set is right: making another would change the upstream.
  const isRight = (found: GitlabVariableState) =>
    (expected === undefined && !replaces) ||
    (found.value === expected?.[found.key] &&
      found.isProtected === isProtected &&
      found.isMasked === options.isMasked);
  return {
    key: `gitlab-variable/${project}/${scope}/${keys.join(',')}`,
    title: `variables ${keys.join(', ')} of ${project} (${scope})`,
    ledger: { type: 'gitlab-variable', environment },
    read: call => findVariables(gitlab, names.name, reference, call),
    plan({ variables }) {
      const stranger = variables.find(
        ({ owner }) => owner && owner.app !== names.repository,
      );
      if (stranger) {
        return {
          verb: 'conflict',
          detail: `The variable ${stranger.key} of ${project} belongs to ${stranger.owner?.app}. Choose another name.`,
        };
      }
      if (variables.length === 0) return { verb: 'create', detail: scope };
      const right = variables.filter(isRight).map(({ key }) => key);
      const missing = keys.filter(key => !right.includes(key));
      return {
        ...(missing.length > 0
          ? { verb: 'update', detail: missing.join(', ') }
          : { verb: 'nothing', detail: 'is set' }),
        ...(variables.some(({ owner }) => !owner) && { untagged: true }),
      };
    },
    async apply(_found, call) {
      const present = await findVariables(gitlab, names.name, reference, call);
      const { projectId, variables } = present;
      // Values that have no place must not be made.
      if (projectId === undefined) {
        throw new Error(
          `GitLab has no project ${project} to keep variables. Make it first, with fabrique:gitlab:mirror:ensure`,
        );
      }
      const held = Object.fromEntries(
        variables.map(({ key, value }) => [key, value]),
      );
      const values =
        (expected === undefined && !replaces && readValues(held, keys)) ||
        (await options.makeValues(call, replaces ? held : undefined));
      for (const key of keys) {
        const value = values[key];
        // Each call is a moment in which the variables are partly of before.
        if (replaces && held[key] === value) continue;
        const isMasked = options.isMasked ?? value.length >= shortestMasked;
        if (isMasked) requireMaskable(key, value);
        await gitlab.variables.put(
          projectId,
          { key, scope, value, isMasked, isProtected, ownership },
          {
            signal: call.signal,
            exists: variables.some(variable => variable.key === key),
          },
        );
      }
      return reference;
    },
    refer: () => reference,
    locate: () => `${gitlab.baseUrl}/${project}/-/settings/ci_cd`,
  };
}

/** Whether the jobs of an environment run on protected branches and tags. */
export function isProtectedIn(environment: Environment | undefined): boolean {
  // Review branches are not protected: their jobs would see nothing.
  return environment === 'preprod' || environment === 'prod';
}

async function findVariables(
  gitlab: GitlabProvisioner,
  name: string,
  { scope, keys }: Pick<VariablesReference, 'scope' | 'keys'>,
  call: { signal?: AbortSignal },
): Promise<FoundVariables> {
  const project = await gitlab.getProject(name, call);
  if (!project) return { variables: [] };
  const all = await gitlab.variables.list(project.id, call);
  return {
    projectId: project.id,
    variables: all.filter(
      variable => variable.scope === scope && keys.includes(variable.key),
    ),
  };
}

/** What is set, where that is everything: adopting it changes no value. */
function readValues(
  held: Record<string, string | undefined>,
  keys: string[],
): Record<string, string> | undefined {
  return keys.every(key => held[key] !== undefined)
    ? (held as Record<string, string>)
    : undefined;
}

/** @throws Error saying, without the value, why GitLab cannot mask it. */
function requireMaskable(key: string, value: string): void {
  if (/^\S{8,}$/.test(value)) return;
  throw new Error(
    `The value of ${key} cannot be masked: GitLab wants 8 characters or more, on one line and without spaces`,
  );
}

/** Removes variables that still bear the application's mark. */
export function createVariablesRemover(gitlab: GitlabProvisioner): Remover {
  const find = async (
    { key, application }: Parameters<Remover['inspect']>[0],
    call: { signal?: AbortSignal },
  ) => {
    const [scope, keys] = key.split('/').slice(-2);
    const name = application.slice(application.indexOf('/') + 1);
    const wanted = { scope, keys: keys.split(',') };
    const found = await findVariables(gitlab, name, wanted, call);
    return {
      ...found,
      variables: found.variables.filter(
        ({ owner }) => !owner || owner.app === application,
      ),
    };
  };
  return {
    nameOf: ({ key }) => key.slice(key.lastIndexOf('/') + 1),
    async inspect(entry, call) {
      return { exists: (await find(entry, call)).variables.length > 0 };
    },
    async remove(entry, call) {
      const { projectId, variables } = await find(entry, call);
      for (const variable of variables) {
        await gitlab.variables.delete(projectId!, variable, call);
      }
    },
  };
}
