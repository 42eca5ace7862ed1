import { GitlabClients } from './GitlabClients';
import { readMirrorLag } from './readMirrorLag';
import { readPipelineJobs } from './readPipelineJobs';
import { GitlabAnswers } from './toGitlabView';

/** As many as the card has rows. */
const perPage = 5;

/**
 * Reads what the card shows of one review branch: its pipelines, its environment, how far the mirror is
 * behind on it.
 *
 * @throws UpstreamError
 */
export async function readGitlabBranch(
  { gitlab, mirrors, source }: GitlabClients,
  target: { project: string; branch: string },
  options: { signal: AbortSignal },
): Promise<GitlabAnswers> {
  const { project: path, branch } = target;
  const environment = `${branch}-dev`;
  const [project, pipelines, environments, deployments, mirrored] =
    await Promise.all([
      gitlab.getProject(path, options),
      gitlab.listPipelines(path, { ref: branch, perPage }, options),
      gitlab.listEnvironments(path, { name: environment }, options),
      gitlab.listDeployments(path, { environment, perPage: 1 }, options),
      gitlab.getBranch(path, branch, options),
    ]);
  const lastPipelines = { dev: pipelines[0] };
  const [jobs, mirror] = await Promise.all([
    readPipelineJobs(gitlab, path, [pipelines[0]], options),
    project.mirror ? mirrors.findPullMirror(path, options) : undefined,
  ]);
  const mirroredHead = mirrored?.commit.id;
  const lag =
    mirror &&
    (await readMirrorLag(
      source,
      { mirror, branch, mirroredHead, allBranches: false },
      options,
    ));
  return {
    project,
    branch,
    pipelines,
    lastPipelines,
    jobs,
    environments,
    deployments,
    mirror: mirror && { pull: mirror, branch, mirroredHead, ...lag },
  };
}
