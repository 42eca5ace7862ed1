import { rm } from 'fs/promises';
import { HistoryCommit, importHistory } from '../git/importHistory';
import { PipelineDocument } from '../integrations/gitlab/gitlabPipelineState';
import {
  createProjectDocument,
  GitlabState,
  group,
  ProjectDocument,
} from '../integrations/gitlab/gitlabState';
import { fleet, FleetApp } from './fleet';
import { toSeededHistory } from './seedCommits';
import { readSeedTime } from './seedGithub';
import { socialGroovyBot } from './seedPeople';
import { seedEnvironments, toSeededPipelines } from './seedPipelines';
import { firstProjectId, toFleetProjectId } from './seedProjectIds';
import { toSharedCiHistory } from './seedSharedCi';

/** Commits that the stuck mirror lacks. */
const missingCommits = 3;

/** A branch that was removed from GitHub: mirrors keep such branches. */
function toForgottenCommit(now: Date): HistoryCommit {
  return {
    branch: 'feat/ancien-parcours',
    from: 4,
    author: socialGroovyBot,
    date: new Date(now.getTime() - 60 * 86_400_000),
    message: "feat: essaie l'ancien parcours",
    files: { 'docs/ancien-parcours.md': 'Abandonné\n' },
  };
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
  const git = await importHistory(
    directory,
    isStuck ? [...known, toForgottenCommit(now)] : known,
  );
  const pipelines = await toSeededPipelines(app, git, {
    index,
    commitCount: history.mainCount,
  });
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
