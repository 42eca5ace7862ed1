import { parse } from 'yaml';
import { z } from 'zod/v4';

const Include = z.object({ project: z.string(), ref: z.string().nullish() });
const CiFile = z.object({
  include: z
    .union([z.array(z.unknown()), z.unknown().transform(one => [one])])
    .nullish(),
});

/**
 * A shared CI, and what of it is included: a tag, a branch, or `HEAD`.
 *
 * @public
 */
export interface SharedCiInclude {
  /** `SocialGouv/gitlab-ci-yml` */
  project: string;
  ref: string;
}

/**
 * Finds the shared CI in a `.gitlab-ci.yml`: the first `include` of a project of `organization`.
 * Without `ref`, GitLab takes the head of the default branch.
 *
 * @returns undefined when it includes none, or is no YAML: GitLab itself says so to its authors.
 *
 * @see https://docs.gitlab.com/ci/yaml/#includeproject
 */
export function readSharedCiInclude(
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
  const file = CiFile.safeParse(content);
  for (const item of file.data?.include ?? []) {
    const include = Include.safeParse(item).data;
    const owner = include?.project.split('/')[0].toLowerCase();
    if (include && owner === organization.toLowerCase()) {
      return { project: include.project, ref: include.ref ?? 'HEAD' };
    }
  }
  return undefined;
}
