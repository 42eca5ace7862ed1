import { githubToken } from '../github/githubHttp';
import { PipelineDocument } from './gitlabPipelineState';
import { toNextVersion } from './gitlabPipelinePlan';
import {
  GitlabState,
  ProjectDocument,
  withoutCredentials,
} from './gitlabState';

/**
 * The work of the Release job: decides on the next version and makes the release on GitHub, with
 * the robot's token, over its REST API. Its tag comes back through the mirror.
 */
export async function createRelease(
  state: GitlabState,
  project: ProjectDocument,
  { sha }: PipelineDocument,
): Promise<string[]> {
  const git = state.git(project);
  const merged: string[] = [];
  for (const tag of await git.tags()) {
    if (
      /^v\d+\.\d+\.\d+$/.test(tag.name) &&
      (await git.isAncestor(tag.sha, sha))
    )
      merged.push(tag.name);
  }
  const last = merged[merged.length - 1];
  const commits = await git.commits({
    revision: last ? `${last}..${sha}` : sha,
    limit: 250,
  });
  const version = toNextVersion(
    last,
    commits.map(({ message }) => message.split('\n')[0]),
  );
  const first = '$ semantic-release';
  if (!version) return [first, 'There is nothing to release'];
  const github = state.context.urls.github;
  const source = project.importUrl && withoutCredentials(project.importUrl);
  if (!source?.startsWith(`${github}/`)) {
    return [
      first,
      `${project.path} is no mirror of GitHub: nothing to release`,
    ];
  }
  const repository = source.slice(github.length + 1).replace(/\.git$/, '');
  const response = await fetch(
    `${github}/api/v3/repos/${repository}/releases`,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${githubToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        tag_name: version,
        target_commitish: sha,
        name: version,
        body: commits
          .map(({ message }) => `- ${message.split('\n')[0]}`)
          .join('\n'),
      }),
      signal: AbortSignal.timeout(20_000),
    },
  );
  // 422 says that a run before this one, which was killed, has made it.
  if (!response.ok && response.status !== 422) {
    throw new Error(`GitHub refused the release: ${response.status}`);
  }
  return [first, `Published release ${version}`];
}
