import { ConflictError } from '@backstage/errors';
import {
  SentryProjectState,
  SentryProvisioner,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource } from '../../ensure';

/** What the project of an application should be. */
export interface SentryProjectOptions {
  sentry: SentryProvisioner;
  name: string;
  team: string;
  platform: string;
}

/** The sentence for a project of another team; undefined for one that is free or the team's. */
export function describeHolder(
  project: SentryProjectState | undefined,
  team: string,
): string | undefined {
  if (!project || project.teams.length === 0 || project.teams.includes(team)) {
    return undefined;
  }
  return `The Sentry project ${
    project.slug
  } belongs to team ${project.teams.join(
    ', ',
  )}. Choose another name, or have it given to team ${team} too.`;
}

/** The team. */
export function createTeamResource({
  sentry,
  team,
}: Pick<SentryProjectOptions, 'sentry' | 'team'>): EnsuredResource<
  { exists: boolean },
  string
> {
  return {
    key: `sentry/${sentry.organization}/team/${team}`,
    title: `Sentry team ${team}`,
    ledger: { type: 'sentry-team' },
    async read(call) {
      return { exists: await sentry.hasTeam(team, call) };
    },
    plan: ({ exists }) => ({ verb: exists ? 'nothing' : 'create' }),
    async apply(_found, call) {
      // Two applications of a new team may be created at once.
      if (!(await sentry.hasTeam(team, call))) {
        await sentry.createTeam(team, call);
      }
      return team;
    },
    refer: () => team,
    locate: () => sentry.toTeamUrl(team),
  };
}

/** The project. */
export function createProjectResource(
  options: SentryProjectOptions,
): EnsuredResource<{ project?: SentryProjectState }, string> {
  const { sentry, name, team, platform } = options;
  return {
    key: `sentry/${sentry.organization}/project/${name}`,
    title: `Sentry project ${sentry.organization}/${name}`,
    ledger: { type: 'sentry-project' },
    async read(call) {
      return { project: await sentry.getProject(name, call) };
    },
    plan({ project }) {
      const holder = describeHolder(project, team);
      if (holder) return { verb: 'conflict', detail: holder };
      if (!project) return { verb: 'create', detail: platform };
      return project.teams.length > 0
        ? { verb: 'nothing', detail: `belongs to team ${team}` }
        : {
            verb: 'adopt',
            detail: `belongs to nobody; becomes ${team}'s`,
            untagged: true,
          };
    },
    async apply(_found, call) {
      const present = await sentry.getProject(name, call);
      // Another team may have taken the name since the plan was made.
      const holder = describeHolder(present, team);
      if (holder) throw new ConflictError(holder);
      if (!present) {
        await sentry.createProject({ team, project: name, platform }, call);
      } else if (present.teams.length === 0) {
        await sentry.addTeam({ team, project: name }, call);
      }
      return name;
    },
    refer: () => name,
    locate: () => sentry.toProjectUrl(name),
  };
}
