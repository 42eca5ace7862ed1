import { parse } from 'yaml';
import { z } from 'zod/v4';
import { JobDocument } from './gitlabPipelineState';

/** What decides on the jobs of a pipeline. */
export interface PlanInput {
  /** Text of `.gitlab-ci.yml`. */
  configuration: string;
  ref: string;
  tag: boolean;
  isDefaultBranch: boolean;
  /** Tags of the shared CI, one of which must be included. */
  sharedCiRefs: string[];
}

/** Jobs without their ids, or why the configuration cannot be used. */
export type Plan = { jobs: Omit<JobDocument, 'id'>[] } | { yamlError: string };

const sharedCiProject = 'SocialGouv/gitlab-ci-yml';

const includeSchema = z.object({
  project: z.string(),
  ref: z.union([z.string(), z.number()]).optional(),
});

const configurationSchema = z
  .object({
    include: z.union([includeSchema, z.array(z.unknown())]).optional(),
    variables: z.record(z.string(), z.unknown()).nullish(),
  })
  .loose();

const scriptSchema = z.object({
  script: z.union([z.string(), z.array(z.unknown())]),
  stage: z.string().optional(),
});

const job = (
  stage: string,
  name: string,
  seconds: number,
  options: Partial<JobDocument> = {},
): Omit<JobDocument, 'id'> => ({
  name,
  stage,
  seconds,
  outcome: 'success',
  ...options,
});

const deploy = (
  name: string,
  environment: string,
  options: Partial<JobDocument> = {},
) => job('Deploy', name, 2, { work: 'deploy', environment, ...options });

const install = (seconds: number) => job('Install', 'Install', seconds);

const register = (seconds: number) =>
  job('Registration', 'Register Kaniko image', seconds);

/** Jobs of the shared CI: branches are checked and reviewed, version tags go to production. */
function planSharedCi(
  { ref, tag, isDefaultBranch }: PlanInput,
  isOn: (variable: string) => boolean,
): Omit<JobDocument, 'id'>[] {
  const notify = job('.post', 'Notify Success', 0.5);
  if (tag) {
    if (!/^v\d+\.\d+\.\d+/.test(ref)) return [install(1), register(1)];
    return [
      install(1),
      // The layers are those of the branch: there is little left to do.
      register(1),
      deploy('Production', 'prod', {
        manual: isOn('AUTO_DEVOPS_PRODUCTION_AUTO') ? undefined : true,
      }),
      notify,
    ];
  }
  return [
    install(1.5),
    job('Code Quality', 'Lint', 1.5),
    job('Code Quality', 'Test', 1.8),
    job('Code Quality', 'Build', 2),
    register(2),
    ...(isDefaultBranch
      ? [
          job('Release', 'Release', 1, {
            work: 'release',
            manual: isOn('AUTO_DEVOPS_RELEASE_AUTO') ? undefined : true,
          }),
        ]
      : []),
    deploy('Review', `${ref}-dev`),
    ...(isDefaultBranch
      ? [deploy('Preprod', 'preprod-dev', { after: 'Review' })]
      : []),
    notify,
  ];
}

/** Plans the jobs of a pipeline from `.gitlab-ci.yml`. */
export function planPipeline(input: PlanInput): Plan {
  let content: unknown;
  try {
    content = parse(input.configuration);
  } catch (error) {
    return { yamlError: `Invalid configuration format: ${error}` };
  }
  const parsed = configurationSchema.safeParse(content);
  if (!parsed.success) return { yamlError: 'Invalid configuration format' };
  const { include, variables, ...rest } = parsed.data;
  const shared = [include]
    .flat()
    .map(item => includeSchema.safeParse(item).data)
    .find(
      item => item?.project.toLowerCase() === sharedCiProject.toLowerCase(),
    );
  if (shared) {
    const ref = String(shared.ref ?? 'master');
    if (ref !== 'master' && !input.sharedCiRefs.includes(ref)) {
      return {
        yamlError: `Project \`${shared.project}\` reference \`${ref}\` does not exist!`,
      };
    }
    // `RELEASE_AUTO: ""` is how the shared CI switches a default off.
    const isOn = (name: string) => Boolean(variables?.[name]);
    return { jobs: planSharedCi(input, isOn) };
  }
  const jobs = Object.entries(rest).flatMap(([name, value]) => {
    const own = name.startsWith('.')
      ? undefined
      : scriptSchema.safeParse(value);
    return own?.success ? [job(own.data.stage ?? 'test', name, 2)] : [];
  });
  return jobs.length > 0
    ? { jobs }
    : { yamlError: 'jobs config should contain at least one visible job' };
}

/**
 * The version that a release makes of the commits since the last one: the first is 1.0.0, a feature
 * raises the minor version, a fix the patch version; other commits release nothing.
 */
export function toNextVersion(
  lastTag: string | undefined,
  subjects: string[],
): string | undefined {
  const last = /^v(\d+)\.(\d+)\.(\d+)$/.exec(lastTag ?? '');
  if (!last) return 'v1.0.0';
  const [major, minor, patch] = last.slice(1).map(Number);
  const has = (pattern: RegExp) => subjects.some(text => pattern.test(text));
  if (has(/^\w+(\(.+\))?!:/)) return `v${major + 1}.0.0`;
  if (has(/^feat(\(.+\))?:/)) return `v${major}.${minor + 1}.0`;
  if (has(/^(fix|perf)(\(.+\))?:/)) return `v${major}.${minor}.${patch + 1}`;
  return undefined;
}
