import {
  Environment,
  environments,
  parseDeploymentName,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GitlabClient,
  GitlabDeployments,
  GitlabEnvironments,
  GitlabPipelineItem,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { GitlabClients } from './GitlabClients';
import { readMirrorLag } from './readMirrorLag';
import { readPipelineJobs } from './readPipelineJobs';
import { GitlabAnswers } from './toGitlabView';

type Options = { signal: AbortSignal };

/** Tags that go to production. */
const releaseTag = /^v?\d+\.\d+\.\d+$/;

/**
 * Reads what the card shows of a whole project.
 *
 * @throws UpstreamError
 */
export async function readGitlabProject(
  { gitlab, mirrors, source }: GitlabClients,
  path: string,
  options: Options,
): Promise<GitlabAnswers> {
  const [project, pipelines, ofTags, places, newest, branches] =
    await Promise.all([
      gitlab.getProject(path, options),
      gitlab.listPipelines(path, { perPage: 20 }, options),
      gitlab.listPipelines(path, { scope: 'tags', perPage: 10 }, options),
      gitlab.listEnvironments(path, {}, options),
      gitlab.listDeployments(path, { perPage: 100 }, options),
      gitlab.listBranches(path, options),
    ]);
  const branch = project.default_branch ?? undefined;
  const [deployments, dev, mirror] = await Promise.all([
    addMissing(gitlab, path, { places, newest }, options),
    findLastPipeline(gitlab, path, { branch, pipelines }, options),
    project.mirror ? mirrors.findPullMirror(path, options) : undefined,
  ]);
  const lastPipelines: GitlabAnswers['lastPipelines'] = {
    prod: ofTags.find(({ ref }) => releaseTag.test(ref)),
    preprod: findDeployed(deployments, 'preprod'),
    dev,
  };
  const mirroredHead = branches.find(({ name }) => name === branch)?.commit.id;
  const [jobs, lag] = await Promise.all([
    readPipelineJobs(gitlab, path, Object.values(lastPipelines), options),
    mirror &&
      readMirrorLag(
        source,
        { mirror, branch, mirroredHead, allBranches: true },
        options,
      ),
  ]);
  return {
    project,
    pipelines,
    lastPipelines,
    jobs,
    environments: places,
    deployments,
    mirror: mirror && {
      pull: mirror,
      branch,
      mirroredHead,
      mirroredBranches: branches.map(({ name }) => name),
      ...lag,
    },
  };
}

/** The stages that every application has; reviews may be many. */
function isLasting(name: string): boolean {
  const { environment, branch } = parseDeploymentName(name);
  return environment !== undefined && branch === undefined;
}

/** Where reviews are deployed all day, production's last deployment is not among the newest. */
async function addMissing(
  gitlab: GitlabClient,
  project: string,
  known: { places: GitlabEnvironments; newest: GitlabDeployments },
  options: Options,
): Promise<GitlabDeployments> {
  const { places, newest } = known;
  const missing = places
    .map(({ name }) => name)
    .filter(isLasting)
    .filter(name => !newest.some(item => item.environment.name === name))
    .slice(0, environments.length);
  const more = await Promise.all(
    missing.map(environment =>
      gitlab.listDeployments(project, { environment, perPage: 1 }, options),
    ),
  );
  return [...newest, ...more.flat()];
}

function findDeployed(
  deployments: GitlabDeployments,
  wanted: Environment,
): GitlabPipelineItem | undefined {
  const last = deployments.find(
    ({ environment: { name } }) =>
      isLasting(name) && parseDeploymentName(name).environment === wanted,
  );
  return last?.deployable?.pipeline ?? undefined;
}

/** Among many branches, the pipeline of the default branch may be too old for the list of the newest. */
async function findLastPipeline(
  gitlab: GitlabClient,
  project: string,
  known: { branch?: string; pipelines: GitlabPipelineItem[] },
  options: Options,
): Promise<GitlabPipelineItem | undefined> {
  const { branch, pipelines } = known;
  if (!branch) return undefined;
  const found = pipelines.find(({ ref }) => ref === branch);
  if (found) return found;
  const query = { ref: branch, perPage: 1 };
  return (await gitlab.listPipelines(project, query, options))[0];
}
