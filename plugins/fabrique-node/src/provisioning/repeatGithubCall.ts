import type { Octokit } from '@octokit/rest';
import { z } from 'zod/v4';
import { GithubApi } from '../scm';

/** Makes a call of the organization's that may be repeated. @throws UpstreamError */
export async function repeatGithubCall<Schema extends z.ZodType>(
  api: GithubApi,
  name: string,
  schema: Schema,
  { signal }: { signal?: AbortSignal },
  call: (
    octokit: Octokit,
    request: { signal: AbortSignal },
  ) => Promise<{ data: unknown; headers: { link?: string } }>,
): Promise<z.infer<Schema>> {
  const { body } = await api.call(
    { name, owner: api.config.organization, signal },
    schema,
    call,
  );
  return body;
}
