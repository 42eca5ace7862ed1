import { toLogin } from '../../fleet/seedPeople';
import { GitCommit } from '../../git/parseGitLog';
import { toLinks } from './githubLinks';
import {
  GithubState,
  organization,
  RepositoryDocument,
  TeamDocument,
  TeamPermission,
  teamPermissions,
} from './githubState';

const toId = (login: string) =>
  [...login].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1e8, 7);

/** A person, robot or organization in a few fields. */
export function toUser(state: GithubState, login: string): object {
  const isOrganization = login.toLowerCase() === organization.toLowerCase();
  const url = `${state.apiUrl}/users/${login}`;
  return {
    ...toLinks('user', url),
    login,
    id: toId(login),
    node_id: Buffer.from(`04:User${toId(login)}`).toString('base64'),
    avatar_url: `${state.context.urls.github}/avatars/${login}`,
    gravatar_id: '',
    url,
    html_url: `${state.context.urls.github}/${login}`,
    type: isOrganization ? 'Organization' : 'User',
    site_admin: false,
  };
}

/** The organization, whole. */
export function toOrganization(state: GithubState): object {
  const repositories = state.repositories.list();
  const isPublic = (one: RepositoryDocument) => one.visibility === 'public';
  return {
    ...toUser(state, organization),
    ...toLinks('organization', `${state.apiUrl}/orgs/${organization}`),
    description: 'La Fabrique numérique des ministères sociaux',
    name: 'La Fabrique numérique des ministères sociaux',
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: repositories.filter(isPublic).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    total_private_repos: repositories.filter(one => !isPublic(one)).length,
    members_can_create_repositories: true,
    created_at: '2017-11-06T09:00:00Z',
    updated_at: '2024-03-01T09:00:00Z',
    archived_at: null,
  };
}

/** Permission as five switches. */
export function toPermissions(
  permission: TeamPermission,
): Record<TeamPermission, boolean> {
  const rank = teamPermissions.indexOf(permission);
  return Object.fromEntries(
    teamPermissions.map((name, index) => [name, index <= rank]),
  ) as Record<TeamPermission, boolean>;
}

/** GitHub's two vocabularies: `pull` is the role `read`, `push` is `write`. */
export function toRoleName(permission: TeamPermission): string {
  return { pull: 'read', push: 'write' }[permission as string] ?? permission;
}

/** A repository, whole. */
export function toRepository(
  state: GithubState,
  repository: RepositoryDocument,
  defaultBranch: string,
): object {
  const { owner, name, settings } = repository;
  const fullName = `${owner}/${name}`;
  const html = `${state.context.urls.github}/${fullName}`;
  const api = `${state.apiUrl}/repos/${fullName}`;
  const openIssues = repository.pullRequests.filter(
    ({ state: pull }) => pull === 'open',
  ).length;
  return {
    ...toLinks('repository', api),
    id: repository.id,
    node_id: Buffer.from(`010:Repository${repository.id}`).toString('base64'),
    name,
    full_name: fullName,
    owner: toUser(state, owner),
    private: repository.visibility !== 'public',
    visibility: repository.visibility,
    html_url: html,
    description: repository.description ?? null,
    fork: false,
    url: api,
    git_url: `git:${html.replace(/^https?:/, '')}.git`,
    clone_url: `${html}.git`,
    ssh_url: `git@${new URL(html).hostname}:${fullName}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: repository.homepage ?? null,
    language: 'TypeScript',
    size: 1024,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    forks_count: 0,
    forks: 0,
    network_count: 0,
    subscribers_count: 0,
    open_issues_count: openIssues,
    open_issues: openIssues,
    default_branch: defaultBranch,
    topics: repository.topics,
    license: {
      key: 'apache-2.0',
      name: 'Apache License 2.0',
      spdx_id: 'Apache-2.0',
      url: `${state.apiUrl}/licenses/apache-2.0`,
      node_id: 'MDc6TGljZW5zZTI=',
    },
    archived: repository.archived,
    disabled: false,
    has_issues: true,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
    ...settings,
    permissions: toPermissions('admin'),
    pushed_at: repository.pushedAt,
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
  };
}

/** What GitHub says of a commit without a signature. */
export const unsigned = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

/** A commit of a list. */
export function toCommit(
  state: GithubState,
  repository: RepositoryDocument,
  commit: GitCommit,
): object {
  const fullName = `${repository.owner}/${repository.name}`;
  const url = `${state.apiUrl}/repos/${fullName}`;
  const html = `${state.context.urls.github}/${fullName}`;
  const account = (email: string) => {
    const login = toLogin(email);
    return login ? toUser(state, login) : null;
  };
  return {
    sha: commit.sha,
    node_id: Buffer.from(`C_${commit.sha}`).toString('base64'),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
      url: `${url}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: unsigned,
    },
    url: `${url}/commits/${commit.sha}`,
    comments_url: `${url}/commits/${commit.sha}/comments`,
    html_url: `${html}/commit/${commit.sha}`,
    author: account(commit.author.email),
    committer: account(commit.committer.email),
    parents: commit.parents.map(sha => ({
      sha,
      url: `${url}/commits/${sha}`,
      html_url: `${html}/commit/${sha}`,
    })),
  };
}

/** A team of the organization. */
export function toTeam(state: GithubState, team: TeamDocument): object {
  const url = `${state.apiUrl}/organizations/${toId(organization)}/team/${
    team.id
  }`;
  return {
    id: team.id,
    node_id: Buffer.from(`04:Team${team.id}`).toString('base64'),
    slug: team.slug,
    type: 'organization',
    name: team.name,
    description: team.description,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    url,
    html_url: `${state.context.urls.github}/orgs/${organization}/teams/${team.slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    parent: null,
  };
}
