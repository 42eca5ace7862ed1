import { toLogin } from '../../fleet/seedPeople';
import { GitCommit } from '../../git/parseGitLog';
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
  return {
    login,
    id: toId(login),
    node_id: Buffer.from(`04:User${toId(login)}`).toString('base64'),
    avatar_url: `${state.context.urls.github}/avatars/${login}`,
    url: `${state.apiUrl}/users/${login}`,
    html_url: `${state.context.urls.github}/${login}`,
    type: isOrganization ? 'Organization' : 'User',
    site_admin: false,
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
  return {
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
    archive_url: `${api}/{archive_format}{/ref}`,
    branches_url: `${api}/branches{/branch}`,
    commits_url: `${api}/commits{/sha}`,
    compare_url: `${api}/compare/{base}...{head}`,
    contents_url: `${api}/contents/{+path}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    pulls_url: `${api}/pulls{/number}`,
    releases_url: `${api}/releases{/id}`,
    tags_url: `${api}/tags`,
    teams_url: `${api}/teams`,
    trees_url: `${api}/git/trees{/sha}`,
    git_url: `git:${html.replace(/^https?:/, '')}.git`,
    clone_url: `${html}.git`,
    ssh_url: `git@${new URL(html).hostname}:${fullName}.git`,
    homepage: repository.homepage ?? null,
    language: 'TypeScript',
    size: 1024,
    stargazers_count: 0,
    watchers_count: 0,
    forks_count: 0,
    open_issues_count: repository.pullRequests.filter(
      ({ state: pull }) => pull === 'open',
    ).length,
    default_branch: defaultBranch,
    topics: repository.topics,
    license: { key: 'apache-2.0', name: 'Apache License 2.0' },
    archived: repository.archived,
    disabled: false,
    has_issues: true,
    has_projects: true,
    has_wiki: true,
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
      verification: {
        verified: false,
        reason: 'unsigned',
        signature: null,
        payload: null,
      },
    },
    url: `${url}/commits/${commit.sha}`,
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
