import { GitCommit } from '../../git/parseGitLog';
import {
  EnvironmentDocument,
  GitlabState,
  group,
  ProjectDocument,
  withoutCredentials,
} from './gitlabState';

/** Account of the sandbox's token. */
export function toUser(state: GitlabState): object {
  return {
    id: 2,
    username: 'socialgroovybot',
    name: 'SocialGroovyBot',
    state: 'active',
    locked: false,
    avatar_url: null,
    web_url: `${state.url}/socialgroovybot`,
  };
}

/** The group, as a namespace of projects. */
export function toNamespace(state: GitlabState): object {
  return {
    id: group.id,
    name: group.name,
    path: group.path,
    kind: 'group',
    full_path: group.path,
    parent_id: null,
    avatar_url: null,
    web_url: `${state.url}/groups/${group.path}`,
  };
}

/** The group, whole. */
export function toGroup(state: GitlabState): object {
  return {
    id: group.id,
    web_url: `${state.url}/groups/${group.path}`,
    name: group.name,
    path: group.path,
    description: 'La Fabrique numérique des ministères sociaux',
    visibility: 'public',
    project_creation_level: 'maintainer',
    subgroup_creation_level: 'owner',
    full_name: group.name,
    full_path: group.path,
    parent_id: null,
    created_at: '2018-03-01T09:00:00.000Z',
  };
}

/** A project, whole. */
export async function toProject(
  state: GitlabState,
  project: ProjectDocument,
): Promise<object> {
  const fullPath = `${project.namespace}/${project.path}`;
  const web = `${state.url}/${fullPath}`;
  const api = `${state.url}/api/v4/projects/${project.id}`;
  const git = state.git(project);
  const isEmpty = !git.exists() || (await git.branches()).length === 0;
  return {
    id: project.id,
    description: project.description ?? null,
    name: project.name,
    name_with_namespace: `${group.name} / ${project.name}`,
    path: project.path,
    path_with_namespace: fullPath,
    created_at: project.createdAt,
    default_branch: isEmpty ? null : await git.defaultBranch(),
    tag_list: project.topics,
    topics: project.topics,
    ssh_url_to_repo: `ssh://git@${
      new URL(state.url).hostname
    }:443/${fullPath}.git`,
    http_url_to_repo: `${web}.git`,
    web_url: web,
    readme_url: isEmpty ? null : `${web}/-/blob/main/README.md`,
    forks_count: 0,
    star_count: 0,
    avatar_url: null,
    last_activity_at: project.lastActivityAt,
    namespace: toNamespace(state),
    _links: {
      self: api,
      repo_branches: `${api}/repository/branches`,
      events: `${api}/events`,
    },
    empty_repo: isEmpty,
    archived: project.archived,
    visibility: project.visibility,
    creator_id: 2,
    import_url: project.importUrl
      ? withoutCredentials(project.importUrl)
      : null,
    import_type: project.importUrl ? 'git' : null,
    import_status: project.importStatus,
    import_error: project.importError ?? null,
    open_issues_count: 0,
    ci_config_path: '',
    jobs_enabled: true,
    builds_access_level: 'enabled',
    shared_runners_enabled: true,
    mirror: project.mirror,
    ...(project.mirror
      ? {
          mirror_user_id: 2,
          mirror_trigger_builds: project.mirrorTriggerBuilds,
          only_mirror_protected_branches: false,
          mirror_overwrites_diverged_branches: true,
        }
      : {}),
    permissions: {
      project_access: null,
      group_access: { access_level: 50, notification_level: 3 },
    },
  };
}

/** The state of a pull mirror. */
export function toPullMirror(project: ProjectDocument): object {
  const { update } = project;
  return {
    id: project.id,
    enabled: project.mirror,
    url: project.importUrl ? withoutCredentials(project.importUrl) : null,
    update_status: update.status,
    last_error: update.lastError ?? null,
    last_update_started_at: update.lastUpdateStartedAt ?? null,
    last_update_at: update.lastUpdateAt ?? null,
    last_successful_update_at: update.lastSuccessfulUpdateAt ?? null,
    mirror_trigger_builds: project.mirrorTriggerBuilds,
    only_mirror_protected_branches: false,
    mirror_overwrites_diverged_branches: true,
    mirror_branch_regex: null,
  };
}

/** A commit of a list. */
export function toCommit(
  state: GitlabState,
  project: ProjectDocument,
  commit: GitCommit,
): object {
  return {
    id: commit.sha,
    short_id: commit.sha.slice(0, 8),
    created_at: commit.committer.date,
    parent_ids: commit.parents,
    title: commit.message.split('\n')[0],
    message: commit.message,
    author_name: commit.author.name,
    author_email: commit.author.email,
    authored_date: commit.author.date,
    committer_name: commit.committer.name,
    committer_email: commit.committer.email,
    committed_date: commit.committer.date,
    trailers: {},
    web_url: `${state.url}/${project.namespace}/${project.path}/-/commit/${commit.sha}`,
  };
}

/** An environment. */
export function toEnvironment(environment: EnvironmentDocument): object {
  return {
    id: environment.id,
    name: environment.name,
    slug: environment.slug,
    description: null,
    external_url: environment.externalUrl ?? null,
    state: environment.state,
    tier: environment.name === 'prod' ? 'production' : 'development',
    created_at: environment.createdAt,
    updated_at: environment.updatedAt,
    auto_stop_at: null,
  };
}
