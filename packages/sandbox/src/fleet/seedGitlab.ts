import { rm } from 'fs/promises';
import { GitCommit } from '../git/parseGitLog';
import { GitRepository } from '../git/GitRepository';
import { importHistory } from '../git/importHistory';
import {
  toEnvironmentSlug,
  toStage,
} from '../integrations/gitlab/gitlabEnvironments';
import {
  JobDocument,
  PipelineDocument,
  toPipelineState,
} from '../integrations/gitlab/gitlabPipelineState';
import { planPipeline } from '../integrations/gitlab/gitlabPipelinePlan';
import {
  createProjectDocument,
  GitlabState,
  group,
  ProjectDocument,
} from '../integrations/gitlab/gitlabState';
import { fleet, FleetApp } from './fleet';
import { toSeededHistory } from './seedCommits';
import { readSeedTime } from './seedGithub';
import { toHost } from './seedManifests';
import { firstProjectId, toFleetProjectId } from './seedProjectIds';
import { toGitlabCi } from './seedRepositoryFiles';
import { toSharedCiHistory } from './seedSharedCi';
import { newestSharedCiTag, sharedCiTags } from './seedVersions';
import { toWhole } from './stableNoise';

/** Commits that the stuck mirror lacks. */
const missingCommits = 3;

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
    isDefaultBranch: !built.tag,
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

/** The newest commits of the default branch and the newest tags, oldest first. */
async function listBuilt(git: GitRepository): Promise<Built[]> {
  const commits = await git.commits({ revision: 'main', limit: 100 });
  const bySha = new Map(commits.map(commit => [commit.sha, commit]));
  const tags = (await git.tags()).slice(-2).flatMap(({ name, sha }) => {
    const commit = bySha.get(sha);
    return commit ? [{ commit, ref: name, tag: true }] : [];
  });
  const branch = commits
    .slice(0, pipelinesPerProject - tags.length)
    .map(commit => ({ commit, ref: 'main', tag: false }));
  return [...branch, ...tags].sort((a, b) =>
    a.commit.committer.date.localeCompare(b.commit.committer.date),
  );
}

async function seedProject(
  state: GitlabState,
  app: FleetApp,
  index: number,
  now: Date,
): Promise<{ project: ProjectDocument; pipelines: PipelineDocument[] }> {
  const id = toFleetProjectId(app.name);
  const history = toSeededHistory(app, {
    githubUrl: state.context.urls.github,
    now,
    firstId: id,
  });
  const isStuck = app.scenarios.includes('mirror-behind');
  const known = history.commits.filter(
    ({ date }, position) =>
      !isStuck ||
      (position < history.mainCount
        ? position < history.mainCount - missingCommits
        : date.getTime() < now.getTime() - 7 * 3_600_000),
  );
  const directory = state.directory({ namespace: group.path, path: app.name });
  await rm(directory, { recursive: true, force: true });
  const git = await importHistory(directory, known);
  const built = await listBuilt(git);
  const pipelines = built.map((item, position) =>
    toPipeline(
      app,
      item,
      {
        id: 1000 + index * 10 + position,
        iid: history.mainCount - built.length + position + 1,
        firstJobId: 10_000 + index * 200 + position * 20,
      },
      app.scenarios.includes('failed-pipeline') &&
        position === built.length - 1,
    ),
  );
  const createdAt = history.commits[0].date.toISOString();
  const succeededAt = new Date(
    now.getTime() - (isStuck ? 6 * 3_600_000 : 30_000),
  ).toISOString();
  const project = createProjectDocument({
    id,
    name: app.name,
    path: app.name,
    description: app.description,
    topics: [app.team],
    createdAt,
    lastActivityAt: succeededAt,
    importUrl: `${state.context.urls.github}/SocialGouv/${app.name}.git`,
    importStatus: 'finished',
    mirror: true,
    mirrorTriggerBuilds: true,
    isStuck,
    seenRefs: await git.allRefs(),
    update: isStuck
      ? {
          status: 'failed',
          lastUpdateStartedAt: new Date(now.getTime() - 900_000).toISOString(),
          lastUpdateAt: new Date(now.getTime() - 890_000).toISOString(),
          lastSuccessfulUpdateAt: succeededAt,
          lastError:
            'Fetching remote upstream failed: The requested URL returned error: 502',
        }
      : {
          status: 'finished',
          lastUpdateStartedAt: succeededAt,
          lastUpdateAt: succeededAt,
          lastSuccessfulUpdateAt: succeededAt,
        },
  });
  return { project, pipelines };
}

/** Environments come from the pipelines that deployed to them. */
function seedEnvironments(
  state: GitlabState,
  app: FleetApp,
  pipelines: PipelineDocument[],
): void {
  for (const pipeline of pipelines) {
    const { jobs } = toPipelineState(pipeline, state.context.now());
    for (const { job, finishedAt } of jobs) {
      if (!job.environment || finishedAt === undefined) continue;
      const stage = toStage(job.environment);
      state.touchEnvironment(
        pipeline.projectId,
        {
          name: job.environment,
          slug: toEnvironmentSlug(job.environment),
          externalUrl: `https://${toHost(app, stage)}`,
        },
        new Date(finishedAt).toISOString(),
      );
    }
  }
}

async function seedSharedCi(
  state: GitlabState,
  now: Date,
): Promise<ProjectDocument> {
  const { commits } = toSharedCiHistory(now, firstProjectId);
  const path = 'gitlab-ci-yml';
  const directory = state.directory({ namespace: group.path, path });
  await rm(directory, { recursive: true, force: true });
  const git = await importHistory(directory, commits);
  await git.repairDefaultBranch();
  return createProjectDocument({
    id: firstProjectId,
    name: path,
    path,
    description: 'Shared CI of the Fabrique',
    createdAt: commits[0].date.toISOString(),
    importUrl: `${state.context.urls.github}/SocialGouv/${path}.git`,
    importStatus: 'finished',
    mirror: true,
    seenRefs: await git.allRefs(),
    update: {
      status: 'finished',
      lastUpdateStartedAt: now.toISOString(),
      lastUpdateAt: now.toISOString(),
      lastSuccessfulUpdateAt: now.toISOString(),
    },
  });
}

/**
 * Fills GitLab once: the mirrors of the fleet, with the same history as on GitHub, and their last
 * pipelines. A seed that was killed is done again; a finished one is never touched.
 */
export async function seedGitlab(state: GitlabState): Promise<void> {
  if (state.projects.size > 0) return;
  const now = readSeedTime(state);
  const projects = [await seedSharedCi(state, now)];
  const pipelines: PipelineDocument[] = [];
  const queue = fleet.map((app, index) => ({ app, index }));
  const seedNext = async (): Promise<void> => {
    const next = queue.shift();
    if (!next) return;
    const seeded = await seedProject(state, next.app, next.index, now);
    projects.push(seeded.project);
    pipelines.push(...seeded.pipelines);
    seedEnvironments(state, next.app, seeded.pipelines);
    await seedNext();
  };
  await Promise.all([seedNext(), seedNext(), seedNext()]);
  state.pipelines.putAll(pipelines.map(item => [String(item.id), item]));
  // Last: their presence says that everything else is there.
  state.projects.putAll(
    projects
      .sort((a, b) => a.id - b.id)
      .map(project => [String(project.id), project]),
  );
  state.context.log(
    `gitlab: seeded ${projects.length} projects and ${pipelines.length} pipelines`,
  );
}
