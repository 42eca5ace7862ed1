import { rm } from 'fs/promises';
import { join } from 'path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { initRepoAndPush } from '@backstage/plugin-scaffolder-node';
import {
  GithubProvisioner,
  GithubRepositoryState,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource } from '../../ensure';
import { toPushError } from './toPushError';

/** What the repository of an application should be. */
export interface GithubRepositoryOptions {
  github: GithubProvisioner;
  name: string;
  description: string;
  topics: string[];
  /** Slug of the team. */
  team: string;
  /** Folder whose files are the first commit. */
  directory: string;
  author: { name: string; email: string };
  logger: LoggerService;
}

/** Output of the action; the same whether or not the repository was there. */
export type GithubRepositoryReference = { repoUrl: string; cloneUrl: string };

interface FoundRepository {
  repository?: GithubRepositoryState;
  teamRole?: string;
  otherTeams: string[];
}

const branch = 'main';

/** Reads a repository and who may work in it. */
export async function findRepository(
  {
    github,
    name,
    team,
  }: Pick<GithubRepositoryOptions, 'github' | 'name' | 'team'>,
  call: { signal?: AbortSignal },
): Promise<FoundRepository> {
  const repository = await github.getRepository(name, call);
  if (!repository) return { otherTeams: [] };
  const teamRole = await github.teams.getRole(name, team, call);
  return {
    repository,
    teamRole,
    otherTeams: teamRole ? [] : await github.teams.list(name, call),
  };
}

/** The sentence for a repository of somebody else; undefined for one that is free or the team's. */
export function describeHolder(
  {
    github,
    name,
    team,
  }: Pick<GithubRepositoryOptions, 'github' | 'name' | 'team'>,
  { repository, teamRole, otherTeams }: FoundRepository,
): string | undefined {
  if (!repository || teamRole) return undefined;
  const holder =
    otherTeams.length > 0
      ? `belongs to ${otherTeams.join(', ')}`
      : 'exists and belongs to no team';
  return `The GitHub repository ${github.organization}/${name} ${holder}, and team ${team} has no access to it. Choose another name, or ask for access.`;
}

/** The repository itself, made so that it is the team's from its first moment. */
export function createRepositoryResource(
  options: GithubRepositoryOptions,
): EnsuredResource<FoundRepository, GithubRepositoryReference> {
  const { github, name, description, team } = options;
  const toReference = ({ htmlUrl, cloneUrl }: GithubRepositoryState) => ({
    repoUrl: htmlUrl,
    cloneUrl,
  });
  return {
    key: `github/${github.organization}/${name}`,
    title: `repository ${github.organization}/${name}`,
    ledger: { type: 'github-repository' },
    read: call => findRepository(options, call),
    plan(found) {
      if (found.repository && !found.teamRole && !found.otherTeams.length) {
        return { verb: 'adopt', detail: 'belongs to no team', untagged: true };
      }
      const holder = describeHolder(options, found);
      if (holder) return { verb: 'conflict', detail: holder };
      return found.repository
        ? { verb: 'nothing', detail: `exists, ${found.teamRole} for ${team}` }
        : { verb: 'create', detail: `for team ${team}` };
    },
    async apply({ repository }, call) {
      const { id: teamId } = await requireTeam(github, team, call);
      // One that is adopted is given to the team by the next resource.
      if (repository) return toReference(repository);
      // A run that was killed after the creation finds the repository when it reads again.
      return toReference(
        await github.createRepository({ name, description, teamId }, call),
      );
    },
    refer: ({ repository }) =>
      repository
        ? toReference(repository)
        : {
            repoUrl: github.toHtmlUrl(name),
            cloneUrl: `${github.toHtmlUrl(name)}.git`,
          },
    locate: ({ repoUrl }) => repoUrl,
  };
}

/** The first commit. A repository that has commits is left alone. */
export function createContentResource(
  options: GithubRepositoryOptions,
): EnsuredResource<{ headSha?: string }, string> {
  const { github, name, directory, author, logger } = options;
  return {
    key: `github/${github.organization}/${name}/content`,
    title: 'first commit',
    async read(call) {
      const repository = await github.getRepository(name, call);
      return { headSha: repository?.headSha };
    },
    plan: ({ headSha }) =>
      headSha
        ? { verb: 'nothing', detail: `has commits (${headSha.slice(0, 7)})` }
        : { verb: 'create', detail: `on ${branch}` },
    async apply(_found, call) {
      // Another attempt may have pushed since the plan was made.
      const pushed = await github.getHead(name, branch, call);
      if (pushed) return pushed;
      // What a killed attempt left would make a second commit.
      await rm(join(directory, '.git'), { recursive: true, force: true });
      const { commitHash } = await initRepoAndPush({
        dir: directory,
        remoteUrl: `${github.toHtmlUrl(name)}.git`,
        defaultBranch: branch,
        auth: {
          username: 'x-access-token',
          password: await github.getToken(),
        },
        logger,
        commitMessage: 'feat: first version',
        gitAuthorInfo: author,
      }).catch(error => {
        throw toPushError(error);
      });
      return commitHash;
    },
    refer: ({ headSha }) => headSha ?? '0'.repeat(40),
  };
}

/** Topics; those that people added stay. */
export function createTopicsResource(
  options: GithubRepositoryOptions,
): EnsuredResource<{ topics: string[] }, string[]> {
  const { github, name, topics } = options;
  const merge = (present: string[]) => [...new Set([...present, ...topics])];
  return {
    key: `github/${github.organization}/${name}/topics`,
    title: 'topics',
    async read(call) {
      const repository = await github.getRepository(name, call);
      return { topics: repository?.topics ?? [] };
    },
    plan({ topics: present }) {
      const missing = topics.filter(topic => !present.includes(topic));
      if (missing.length === 0) return { verb: 'nothing' };
      return {
        verb: present.length > 0 ? 'update' : 'create',
        detail: missing.join(', '),
      };
    },
    async apply({ topics: present }, call) {
      await github.setTopics(name, merge(present), call);
      return merge(present);
    },
    refer: ({ topics: present }) => merge(present),
  };
}

/** The team may merge and administer issues, and no less. */
export function createTeamAccessResource(
  options: GithubRepositoryOptions,
): EnsuredResource<{ role?: string }, string> {
  const { github, name, team } = options;
  return {
    key: `github/${github.organization}/${name}/team/${team}`,
    title: `access of team ${team}`,
    async read(call) {
      return { role: await github.teams.getRole(name, team, call) };
    },
    plan({ role }) {
      if (role === 'maintain' || role === 'admin') {
        return { verb: 'nothing', detail: role };
      }
      return {
        verb: role ? 'update' : 'create',
        detail: role ? `${role} becomes maintain` : 'maintain',
      };
    },
    async apply(_found, call) {
      await github.teams.giveAccess(name, team, call);
      return 'maintain';
    },
    refer: ({ role }) => role ?? 'maintain',
  };
}

/** Protection of the default branch; one that people set stays as it is. */
export function createProtectionResource(
  options: GithubRepositoryOptions,
): EnsuredResource<{ isProtected: boolean }, string> {
  const { github, name } = options;
  return {
    key: `github/${github.organization}/${name}/protection/${branch}`,
    title: `protection of ${branch}`,
    async read(call) {
      return { isProtected: await github.isProtected(name, branch, call) };
    },
    plan: ({ isProtected }) =>
      isProtected
        ? { verb: 'nothing' }
        : { verb: 'create', detail: 'a review before each merge' },
    async apply(_found, call) {
      await github.protectBranch(name, branch, call);
      return branch;
    },
    refer: () => branch,
  };
}

/** @throws Error if GitHub has no such team. */
export async function requireTeam(
  github: GithubProvisioner,
  slug: string,
  call: { signal?: AbortSignal },
): Promise<{ id: number }> {
  const team = await github.teams.get(slug, call);
  if (!team) {
    throw new Error(
      `GitHub organization ${github.organization} has no team '${slug}'`,
    );
  }
  return team;
}
