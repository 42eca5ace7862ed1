import { GitRepository } from '../git/GitRepository';
import { GitCommit } from '../git/parseGitLog';
import { toEnvironmentSlug } from '../integrations/gitlab/gitlabEnvironments';
import { planPipeline } from '../integrations/gitlab/gitlabPipelinePlan';
import {
  JobDocument,
  PipelineDocument,
  toPipelineState,
} from '../integrations/gitlab/gitlabPipelineState';
import { GitlabState } from '../integrations/gitlab/gitlabState';
import { FleetApp } from './fleet';
import { toEnvironmentHost } from './seedManifests';
import { toFleetProjectId } from './seedProjectIds';
import { listReviewBranches } from './seedPulls';
import { toGitlabCi } from './seedRepositoryFiles';
import { newestSharedCiTag, sharedCiTags } from './seedVersions';
import { toWhole } from './stableNoise';

/** Real pipelines take minutes: how many times longer than those that one watches here. */
const slowness = 40;

const pipelinesPerProject = 5;

interface Built {
  commit: GitCommit;
  ref: string;
  tag: boolean;
}

function toPipeline(
  app: FleetApp,
  built: Built,
  ids: { id: number; iid: number; firstJobId: number },
  fails: boolean,
): PipelineDocument {
  const createdAt = Date.parse(built.commit.committer.date) + 45_000;
  const plan = planPipeline({
    configuration: toGitlabCi(newestSharedCiTag),
    ref: built.ref,
    tag: built.tag,
    isDefaultBranch: built.ref === 'main',
    sharedCiRefs: [...sharedCiTags],
  });
  const planned = 'jobs' in plan ? plan.jobs : [];
  const jobs = planned.map((job, index): JobDocument => {
    const noise = toWhole(60, 140, app.name, ids.id, index) / 100;
    return {
      ...job,
      id: ids.firstJobId + index,
      seconds: Math.round(job.seconds * slowness * noise),
      outcome: fails && job.name === 'Test' ? 'failed' : 'success',
      // What it did is in the clusters already: nothing is done again.
      work: undefined,
    };
  });
  return {
    id: ids.id,
    iid: ids.iid,
    projectId: toFleetProjectId(app.name),
    ref: built.ref,
    tag: built.tag,
    sha: built.commit.sha,
    source: 'push',
    createdAt: new Date(createdAt).toISOString(),
    jobs,
    isSettled: true,
  };
}

/**
 * The newest commits of the default branch, the newest tags and what runs as a review, oldest first.
 */
async function listBuilt(git: GitRepository, app: FleetApp): Promise<Built[]> {
  const commits = await git.commits({ revision: 'main', limit: 100 });
  const bySha = new Map(commits.map(commit => [commit.sha, commit]));
  const tags = (await git.tags()).slice(-2).flatMap(({ name, sha }) => {
    const commit = bySha.get(sha);
    return commit ? [{ commit, ref: name, tag: true }] : [];
  });
  const branch = commits
    .slice(0, pipelinesPerProject - tags.length)
    .map(commit => ({ commit, ref: 'main', tag: false }));
  const reviews = await Promise.all(
    listReviewBranches(app).map(async ref => {
      const [commit] = await git.commits({ revision: ref, limit: 1 });
      return { commit, ref, tag: false };
    }),
  );
  return [...branch, ...tags, ...reviews].sort((a, b) =>
    a.commit.committer.date.localeCompare(b.commit.committer.date),
  );
}

/** The last pipelines of an application: `index` is its place in the fleet, `commitCount` that of `main`. */
export async function toSeededPipelines(
  app: FleetApp,
  git: GitRepository,
  options: { index: number; commitCount: number },
): Promise<PipelineDocument[]> {
  const { index, commitCount } = options;
  const built = await listBuilt(git, app);
  return built.map((item, position) =>
    toPipeline(
      app,
      item,
      {
        id: 1000 + index * 10 + position,
        iid: commitCount - built.length + position + 1,
        firstJobId: 10_000 + index * 200 + position * 20,
      },
      app.scenarios.includes('failed-pipeline') &&
        position === built.length - 1,
    ),
  );
}

/** Environments come from the pipelines that deployed to them. */
export function seedEnvironments(
  state: GitlabState,
  app: FleetApp,
  pipelines: PipelineDocument[],
): void {
  for (const pipeline of pipelines) {
    const { jobs } = toPipelineState(pipeline, state.context.now());
    for (const { job, finishedAt } of jobs) {
      if (!job.environment || finishedAt === undefined) continue;
      state.touchEnvironment(
        pipeline.projectId,
        {
          name: job.environment,
          slug: toEnvironmentSlug(job.environment),
          externalUrl: `https://${toEnvironmentHost(app, job.environment)}`,
        },
        new Date(finishedAt).toISOString(),
      );
    }
  }
}
