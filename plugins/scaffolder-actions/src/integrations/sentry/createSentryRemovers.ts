import { SentryProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { Remover } from '../../undo/Remover';

const lastSegment: Remover['nameOf'] = ({ key }) =>
  key.slice(key.lastIndexOf('/') + 1);

/** Removes a project with its events. */
export function createProjectRemover(sentry: SentryProvisioner): Remover {
  return {
    nameOf: lastSegment,
    async inspect(entry, call) {
      const project = await sentry.getProject(lastSegment(entry), call);
      return { exists: project !== undefined };
    },
    remove: (entry, call) => sentry.deleteProject(lastSegment(entry), call),
  };
}

/** Removes a team that has no project any more; one that others use since stays. */
export function createTeamRemover(sentry: SentryProvisioner): Remover {
  return {
    nameOf: lastSegment,
    inspect: async (entry, call) => ({
      exists: await sentry.hasTeam(lastSegment(entry), call),
    }),
    async remove(entry, call) {
      const team = lastSegment(entry);
      const projects = await sentry.listTeamProjects(team, call);
      if (projects.length > 0) return `it has ${projects.join(', ')}`;
      await sentry.deleteTeam(team, call);
      return undefined;
    },
  };
}
