import { mkdir, writeFile } from 'fs/promises';
import { dirname } from 'path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { GitlabProjectState } from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource } from '../../ensure';
import {
  describeHolder,
  MirrorOptions,
  MirrorReference,
} from './createMirrorResources';
import {
  mirrorTokenSecret,
  mirrorWorkflowPath,
  toMirrorWorkflow,
} from './toMirrorWorkflow';

/** What GitLab shows of a project that GitHub pushes to; it says whose the project is. */
function toDescription(repositoryUrl: string): string {
  return `Mirror of ${repositoryUrl}, pushed by GitHub Actions`;
}

/** The project that GitHub pushes to. */
export function createPushedProjectResource(
  options: MirrorOptions,
): EnsuredResource<{ project?: GitlabProjectState }, MirrorReference> {
  const { github, gitlab, name } = options;
  const path = `${gitlab.group}/${name}`;
  const repositoryUrl = github.toHtmlUrl(name);
  const description = toDescription(repositoryUrl);
  const toReference = (project: GitlabProjectState): MirrorReference => ({
    project: project.path,
    projectId: project.id,
    url: project.url,
  });
  return {
    key: `gitlab/${path}`,
    title: `GitLab project ${path}`,
    ledger: { type: 'gitlab-project' },
    async read(call) {
      return { project: await gitlab.getProject(name, call) };
    },
    plan({ project }) {
      if (!project) return { verb: 'create', detail: 'GitHub pushes to it' };
      if (project.importUrl) {
        const holder = describeHolder(project, repositoryUrl);
        if (holder) return { verb: 'conflict', detail: holder };
      } else if (project.description !== description) {
        return { verb: 'adopt', detail: 'GitHub pushes to it', untagged: true };
      }
      return project.isMirror || project.description !== description
        ? { verb: 'update', detail: 'no longer pulls: GitHub pushes to it' }
        : { verb: 'nothing', detail: 'GitHub pushes to it' };
    },
    async apply(_found, call) {
      const present = await gitlab.getProject(name, call);
      if (present) {
        return toReference(
          await gitlab.stopPulling({ id: present.id, description }, call),
        );
      }
      const repository = await github.getRepository(name, call);
      // A repository that is not there yet may become a private one.
      const isPrivate = repository?.isPrivate ?? true;
      return toReference(
        await gitlab.createProject({ name, description, isPrivate }, call),
      );
    },
    refer: ({ project }) =>
      project
        ? toReference(project)
        : { project: path, projectId: 0, url: `${gitlab.baseUrl}/${path}` },
    locate: ({ url }) => url,
  };
}

/** The workflow that pushes, in the workspace unless the repository has it already. */
export function createMirrorWorkflowResource(
  options: MirrorOptions & { workspacePath: string },
): EnsuredResource<
  { isInRepository: boolean },
  { path: string; content?: string }
> {
  const { github, gitlab, name, workspacePath } = options;
  const mirrorUrl = `${gitlab.baseUrl}/${gitlab.group}/${name}.git`;
  return {
    key: `gitlab/${gitlab.group}/${name}/workflow`,
    title: `workflow ${mirrorWorkflowPath}`,
    async read({ signal }) {
      return {
        isInRepository: await github.hasFile(name, mirrorWorkflowPath, {
          signal,
        }),
      };
    },
    plan: ({ isInRepository }) =>
      isInRepository
        ? { verb: 'nothing', detail: 'the repository has it' }
        : { verb: 'create', detail: 'in the workspace' },
    async apply(_found, call) {
      call.log(
        `GitHub pushes as soon as ${mirrorWorkflowPath} is on its default branch; the organization's secret ${mirrorTokenSecret} must hold a token of GitLab with write_repository`,
      );
      return { path: mirrorWorkflowPath, content: toMirrorWorkflow(mirrorUrl) };
    },
    refer: () => ({ path: mirrorWorkflowPath }),
    async settle({ path, content }) {
      if (content === undefined) return;
      const target = resolveSafeChildPath(workspacePath, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    },
  };
}
