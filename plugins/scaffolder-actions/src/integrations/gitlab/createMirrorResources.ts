import { setTimeout as wait } from 'timers/promises';
import {
  GithubProvisioner,
  GitlabProjectState,
  GitlabProvisioner,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource } from '../../ensure';

/** What the mirror of an application should be. */
export interface MirrorOptions {
  github: GithubProvisioner;
  gitlab: GitlabProvisioner;
  name: string;
  /** How long the first fetch may take, in milliseconds. */
  timeLimitMs: number;
}

/** Output of the action. */
export type MirrorReference = {
  project: string;
  projectId: number;
  url: string;
};

const branch = 'main';

/** The sentence for a project that imports something else; undefined for one that is free or ours. */
export function describeHolder(
  project: GitlabProjectState | undefined,
  repositoryUrl: string,
): string | undefined {
  if (!project || isSameRepository(project.importUrl, repositoryUrl)) {
    return undefined;
  }
  const content = project.importUrl
    ? `imports ${project.importUrl}`
    : 'is no mirror';
  return `The GitLab project ${project.path} exists and ${content}. Choose another name, or have that project moved.`;
}

function isSameRepository(importUrl: string | undefined, url: string): boolean {
  const simplify = (address: string) =>
    address.replace(/(\.git)?\/*$/, '').toLowerCase();
  return importUrl !== undefined && simplify(importUrl) === simplify(url);
}

/** The project that pulls from GitHub. */
export function createMirrorResource(
  options: MirrorOptions,
): EnsuredResource<{ project?: GitlabProjectState }, MirrorReference> {
  const { github, gitlab, name } = options;
  const path = `${gitlab.group}/${name}`;
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
      if (project && !project.importUrl) {
        return { verb: 'adopt', detail: 'becomes a mirror', untagged: true };
      }
      const holder = describeHolder(project, github.toHtmlUrl(name));
      if (holder) return { verb: 'conflict', detail: holder };
      if (!project) {
        return {
          verb: 'create',
          detail: `mirror of ${github.toHtmlUrl(name)}`,
        };
      }
      return project.isMirror
        ? { verb: 'nothing', detail: 'is the mirror' }
        : { verb: 'update', detail: 'becomes a mirror' };
    },
    async apply({ project }, call) {
      const repository = await github.getRepository(name, call);
      if (!repository) {
        throw new Error(
          `GitHub has no repository ${github.organization}/${name} to mirror`,
        );
      }
      const { cloneUrl, isPrivate } = repository;
      return toReference(
        project
          ? await gitlab.makeMirror({ id: project.id, cloneUrl }, call)
          : await gitlab.createMirror({ name, cloneUrl, isPrivate }, call),
      );
    },
    refer: ({ project }) =>
      project
        ? toReference(project)
        : { project: path, projectId: 0, url: `${gitlab.baseUrl}/${path}` },
    locate: ({ url }) => url,
  };
}

/** Time after which a mirror that lags is asked once more. */
const askAgainMs = 10_000;

/** The mirror's content: GitHub's newest commit. */
export function createMirrorContentResource(
  options: MirrorOptions,
): EnsuredResource<{ githubHead?: string; gitlabHead?: string }, string> {
  const { github, gitlab, name, timeLimitMs } = options;
  const path = `${gitlab.group}/${name}`;
  return {
    key: `gitlab/${path}/content`,
    title: `${branch} of the mirror`,
    async read(call) {
      const project = await gitlab.getProject(name, call);
      const [githubHead, gitlabHead] = await Promise.all([
        github.getHead(name, branch, call),
        project && gitlab.getHead(project.id, branch, call),
      ]);
      return { githubHead, gitlabHead };
    },
    plan({ githubHead, gitlabHead }) {
      if (gitlabHead && gitlabHead === githubHead) {
        return { verb: 'nothing', detail: gitlabHead.slice(0, 7) };
      }
      return { verb: gitlabHead ? 'update' : 'create', detail: 'fetch now' };
    },
    async apply(_found, call) {
      const head = await github.getHead(name, branch, call);
      const project = await gitlab.getProject(name, call);
      if (!project) throw new Error(`GitLab has no project ${path}`);
      if (!head) {
        throw new Error(
          `There is nothing to mirror: ${github.organization}/${name} has no branch ${branch}`,
        );
      }
      await gitlab.pull(project.id, call);
      const deadline = Date.now() + timeLimitMs;
      let askAgainAt = Date.now() + askAgainMs;
      let pauseMs = 200;
      while ((await gitlab.getHead(project.id, branch, call)) !== head) {
        // GitLab forgets a pull that is asked for while another runs, which may have looked before the commit.
        if (Date.now() > askAgainAt) {
          await gitlab.pull(project.id, call);
          askAgainAt = Date.now() + askAgainMs;
        }
        if (Date.now() > deadline) {
          throw new Error(
            `The mirror ${path} has not reached commit ${head.slice(0, 7)} in ${
              timeLimitMs / 1000
            } s`,
          );
        }
        await wait(pauseMs, undefined, { signal: call.signal });
        pauseMs = Math.min(pauseMs * 1.5, 5_000);
      }
      return head;
    },
    refer: ({ githubHead }) => githubHead ?? '0'.repeat(40),
  };
}
