import { z } from 'zod/v4';
import { GitlabApi } from '../scm';
import { isUpstreamError, looseArray } from '../upstream';
import { withoutSecrets } from '../upstream/withoutSecrets';
import { absentWhenNotFound } from './absentWhenNotFound';
import {
  fromOwnershipComment,
  Ownership,
  toOwnershipComment,
} from './ownership';

const Variable = z.object({
  key: z.string(),
  /** Null for one that is hidden. */
  value: z.string().nullish(),
  protected: z.boolean().catch(false),
  masked: z.boolean().catch(false),
  environment_scope: z.string(),
  description: z.string().nullish(),
});

/**
 * A CI/CD variable of a project, as far as the actions look at it.
 *
 * @public
 */
export interface GitlabVariableState {
  key: string;
  /** Environments whose jobs see it: `prod`, `*`. */
  scope: string;
  /** Absent for one that is hidden. */
  value?: string;
  isMasked: boolean;
  isProtected: boolean;
  owner?: Ownership;
}

/**
 * A CI/CD variable as it should be.
 *
 * @public
 */
export interface GitlabVariableWish {
  key: string;
  scope: string;
  value: string;
  /** GitLab cuts it out of the logs of jobs; it must have 8 characters, and no space. */
  isMasked: boolean;
  /** Only jobs of protected branches and tags see it. */
  isProtected: boolean;
  ownership: Ownership;
}

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * CI/CD variables of projects. Whose a variable is stands in its description. Every method throws
 * `UpstreamError`, without the value of the variable.
 *
 * @see https://docs.gitlab.com/api/project_level_variables/
 *
 * @public
 */
export class GitlabVariables {
  readonly #api: GitlabApi;

  constructor(api: GitlabApi) {
    this.#api = api;
  }

  /** Reads all variables of a project, 100 for each request. */
  async list(
    projectId: number,
    call: CallOptions = {},
  ): Promise<GitlabVariableState[]> {
    const found: GitlabVariableState[] = [];
    for (let page = 1; ; page += 1) {
      const variables = await this.#api.call(
        { name: 'list variables', ...call },
        looseArray(Variable),
        async options => {
          const { body } = await options.requesterFn().get(toPath(projectId), {
            searchParams: { perPage: 100, page },
          });
          return body;
        },
      );
      found.push(...variables.map(toState));
      if (variables.length < 100) return found;
    }
  }

  /** Makes a variable, or sets it anew where there is one of its key and scope. */
  async put(
    projectId: number,
    wish: GitlabVariableWish,
    call: CallOptions & { exists: boolean },
  ): Promise<void> {
    const { key, value, scope } = wish;
    const body = {
      value,
      protected: wish.isProtected,
      masked: wish.isMasked,
      // As it stands: a dollar sign in a password is none of another variable.
      raw: true,
      description: toOwnershipComment(wish.ownership),
    };
    const request = {
      name: call.exists ? 'set variable' : 'create variable',
      signal: call.signal,
    };
    try {
      await this.#api.call(request, z.unknown(), options => {
        const requester = options.requesterFn();
        return call.exists
          ? requester.put(toPath(projectId, key), {
              body,
              searchParams: toFilter(scope),
            })
          : requester.post(toPath(projectId), {
              body: { ...body, key, environmentScope: scope },
            });
      });
    } catch (error) {
      throw isUpstreamError(error) ? withoutSecrets(error, [value]) : error;
    }
  }

  /** Removes a variable. One that is gone already is well. */
  async delete(
    projectId: number,
    { key, scope }: Pick<GitlabVariableState, 'key' | 'scope'>,
    call: CallOptions = {},
  ): Promise<void> {
    await absentWhenNotFound(
      this.#api.call(
        { name: 'delete variable', idempotent: true, ...call },
        z.unknown(),
        options =>
          options
            .requesterFn()
            .delete(toPath(projectId, key), { searchParams: toFilter(scope) }),
      ),
    );
  }
}

// Gitbeaker, which has methods for all this, does not send the filter by which GitLab tells variables of
// one key apart.
function toFilter(scope: string) {
  return { 'filter[environment_scope]': scope };
}

function toPath(projectId: number, key?: string): string {
  const path = `projects/${projectId}/variables`;
  return key === undefined ? path : `${path}/${encodeURIComponent(key)}`;
}

function toState(variable: z.infer<typeof Variable>): GitlabVariableState {
  return {
    key: variable.key,
    scope: variable.environment_scope,
    value: variable.value ?? undefined,
    isMasked: variable.masked,
    isProtected: variable.protected,
    owner: fromOwnershipComment(variable.description),
  };
}
