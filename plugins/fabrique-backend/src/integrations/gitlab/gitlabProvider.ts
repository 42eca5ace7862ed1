import {
  gitlabAnnotation,
  toGitlabVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GitlabApi,
  GitlabBranches,
  GitlabClient,
  GitlabPullMirror,
  isUpstreamError,
  MirrorSourceClient,
  readLinkAnnotation,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { createProviderFactory } from '../ProviderFactory';
import { GitlabAnswers, toGitlabView } from './toGitlabView';

type GitlabTarget = { project: string };
type LoadOptions = { signal: AbortSignal };

/** Tags that go to production. */
const releaseTag = /^v?\d+\.\d+\.\d+$/;
/** Of the newest pipelines, how many say their stages besides those of default branch and prod. */
const newestWithStages = 2;

/** How GitLab answers for an entity, the same in every environment. */
export const gitlabProvider = createProviderFactory<'gitlab', GitlabTarget>(
  ({ config, thresholds, tuning, github }) => {
    const api = GitlabApi.fromConfig(config, tuning);
    if (!api) return undefined;
    const client = GitlabClient.create(api);
    const source = github && MirrorSourceClient.create(github);

    return {
      id: 'gitlab',
      annotation: gitlabAnnotation,
      freshForMs: 30_000,

      toTarget(entity) {
        const project = readLinkAnnotation(entity, gitlabAnnotation);
        return project ? { project } : undefined;
      },

      describe: ({ project }) => ({
        title: project,
        url: `${api.config.webUrl}/${project}`,
      }),

      async load({ project: path }, options) {
        const [project, pipelines, environments, deployments, branches] =
          await Promise.all([
            client.getProject(path, options),
            readPipelines(client, path, options),
            client.listEnvironments(path, options),
            client.listDeployments(path, options),
            client.listBranches(path, options),
          ]);
        const branch = project.default_branch ?? undefined;
        const [{ jobs, defaultBranchPipeline }, mirror] = await Promise.all([
          readJobs(client, path, branch, pipelines, options),
          project.mirror ? client.getPullMirror(path, options) : undefined,
        ]);
        return toGitlabView({
          project,
          ...pipelines,
          defaultBranchPipeline,
          jobs,
          environments,
          deployments,
          branches,
          mirror,
          ...(mirror &&
            (await readLag(source, { mirror, branch, branches }, options))),
        });
      },

      toVerdict: (view, now) => toGitlabVerdict(view, thresholds.gitlab, now),
    };
  },
);

async function readPipelines(
  client: GitlabClient,
  project: string,
  options: LoadOptions,
): Promise<Pick<GitlabAnswers, 'pipelines' | 'prodPipeline'>> {
  const [pipelines, ofTags] = await Promise.all([
    client.listPipelines(project, { perPage: 20 }, options),
    client.listPipelines(project, { scope: 'tags', perPage: 10 }, options),
  ]);
  return {
    pipelines,
    prodPipeline: ofTags.find(({ ref }) => releaseTag.test(ref)),
  };
}

async function readJobs(
  client: GitlabClient,
  project: string,
  branch: string | undefined,
  known: Pick<GitlabAnswers, 'pipelines' | 'prodPipeline'>,
  options: LoadOptions,
): Promise<Pick<GitlabAnswers, 'jobs' | 'defaultBranchPipeline'>> {
  // Among many branches, that of the default branch may be too old for the list of the newest.
  const defaultBranchPipeline = branch
    ? known.pipelines.find(({ ref }) => ref === branch) ??
      (
        await client.listPipelines(
          project,
          { ref: branch, perPage: 1 },
          options,
        )
      )[0]
    : undefined;
  const ids = new Set(
    [
      defaultBranchPipeline,
      known.prodPipeline,
      ...known.pipelines.slice(0, newestWithStages),
    ].flatMap(pipeline => pipeline?.id ?? []),
  );
  const jobs = await Promise.all(
    [...ids].map(
      async id =>
        [id, await client.listPipelineJobs(project, id, options)] as const,
    ),
  );
  return { defaultBranchPipeline, jobs: new Map(jobs) };
}

/** How long GitHub may delay GitLab's card, which is right without it, in milliseconds. */
const longestLagWaitMs = 1_000;

/** How far the mirror is behind its source; nothing when the source is not the portal's GitHub. */
async function readLag(
  source: MirrorSourceClient | undefined,
  known: {
    mirror: GitlabPullMirror;
    branch?: string;
    branches: GitlabBranches;
  },
  { signal }: LoadOptions,
): Promise<Pick<GitlabAnswers, 'sourceHeads' | 'lag'>> {
  const ref = source?.toRef(known.mirror.url);
  if (!source || !ref) return {};
  const options = {
    signal: AbortSignal.any([signal, AbortSignal.timeout(longestLagWaitMs)]),
  };
  try {
    const sourceHeads = await source.listHeads(ref, options);
    const sourceHead = sourceHeads.get(known.branch ?? '');
    const mirroredHead = known.branches.find(
      ({ name }) => name === known.branch,
    )?.commit.id;
    if (!sourceHead || !mirroredHead) return { sourceHeads };
    const lag =
      sourceHead === mirroredHead
        ? { commitsBehind: 0 }
        : await source.compare(ref, { mirroredHead, sourceHead }, options);
    return { sourceHeads, lag };
  } catch (error) {
    if (!isUpstreamError(error)) throw error;
    // GitHub's failure is told by its own card; here the lag is not known.
    return {};
  }
}
