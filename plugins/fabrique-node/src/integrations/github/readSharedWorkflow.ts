import { parse } from 'yaml';
import { z } from 'zod/v4';
import { SharedCiInclude } from './readSharedCiInclude';

const Workflow = z.object({
  jobs: z.record(
    z.string(),
    z.object({ uses: z.string().nullish() }).catch({}),
  ),
});
/** `SocialGouv/workflows/.github/workflows/use-ks-gh-review.yaml@v1` */
const reusable = /^([^/]+)\/([^/]+)\/\.github\/workflows\/[^@]+@(.+)$/;

/**
 * Finds the shared CI in a workflow of GitHub: the first job that uses a workflow of `organization`.
 *
 * @returns undefined when it uses none, or is no YAML: GitHub itself says so to its authors.
 *
 * @see https://docs.github.com/actions/how-tos/reuse-automations/reuse-workflows
 */
export function readSharedWorkflow(
  text: string,
  organization: string,
): SharedCiInclude | undefined {
  let content: unknown;
  try {
    content = parse(text, { logLevel: 'error' });
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
  const { jobs = {} } = Workflow.safeParse(content).data ?? {};
  for (const { uses } of Object.values(jobs)) {
    const [, owner, repo, ref] = reusable.exec(uses ?? '') ?? [];
    if (owner?.toLowerCase() === organization.toLowerCase()) {
      return { project: `${owner}/${repo}`, ref };
    }
  }
  return undefined;
}
