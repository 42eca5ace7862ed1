import { setTimeout as delay } from 'timers/promises';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod/v4';
import { GitRepository } from '../../git/GitRepository';
import { Deployer } from '../../kernel/Deployer';
import { toEnvironmentSlug, toNamespace, toStage } from './gitlabEnvironments';
import type { JobWork } from './gitlabPipelines';
import { GitlabState } from './gitlabState';

const ingressSchema = z.object({
  kind: z.literal('Ingress'),
  spec: z.object({
    rules: z.array(z.object({ host: z.string() })).min(1),
  }),
});

/** Paths of the files directly in a folder at a commit. */
async function listFiles(
  git: GitRepository,
  sha: string,
  folder: string,
): Promise<string[]> {
  const entries = await git.list(sha, folder);
  return entries.filter(({ type }) => type === 'blob').map(({ path }) => path);
}

/** Address of the site that a stage's manifests publish. */
async function findHost(
  git: GitRepository,
  sha: string,
  stage: string,
): Promise<string | undefined> {
  const folder = `.socialgouv/environments/${stage}/manifests`;
  for (const path of await listFiles(git, sha, folder)) {
    const text = (await git.readFile(sha, path)) ?? '';
    for (const document of parseAllDocuments(text)) {
      const ingress = ingressSchema.safeParse(
        'toJS' in document ? document.toJS() : undefined,
      );
      if (ingress.success) return ingress.data.spec.rules[0].host;
    }
  }
  return undefined;
}

/** Clusters may still be starting when a killed sandbox resumes a deployment. */
async function waitForDeployer(state: GitlabState): Promise<Deployer> {
  const { deployment } = state.context;
  for (let waited = 0; !deployment.deployer && waited < 40; waited += 1) {
    await delay(250);
  }
  if (!deployment.deployer) {
    throw new Error(
      'The connection to the server was refused: no cluster answers',
    );
  }
  return deployment.deployer;
}

/** The work of a deploy job: hands the repository's manifests to the cluster. */
export function createDeployWork(state: GitlabState): JobWork {
  return async (project, { ref, sha }, job) => {
    const environmentName = job.environment ?? `${ref}-dev`;
    const environment = toStage(environmentName);
    const git = state.git(project);
    const slug = toEnvironmentSlug(environmentName);
    const host = await findHost(git, sha, environment);
    state.touchEnvironment(
      project.id,
      {
        name: environmentName,
        slug,
        externalUrl: host && `https://${host}`,
      },
      state.now(),
    );
    const cluster = environment === 'prod' ? 'prod2' : 'dev2';
    const namespace = toNamespace(project.path, project.id, environmentName);
    const deployer = await waitForDeployer(state);
    await deployer.deploy({
      cluster,
      environment,
      environmentName,
      environmentSlug: slug,
      namespace,
      projectName: project.path,
      projectPath: `${project.namespace}/${project.path}`,
      projectId: project.id,
      ref,
      sha,
      readFile: path => git.readFile(sha, path),
      listFiles: folder => listFiles(git, sha, folder),
    });
    return [
      `$ kubectl --context ${cluster} --namespace ${namespace} apply -f manifests`,
      `Deployed to ${environmentName}${host ? `: https://${host}` : ''}`,
    ];
  };
}
