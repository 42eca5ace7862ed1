import { GitlabProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { Remover } from '../../undo/Remover';
import { MirrorReference } from './createMirrorResources';

/** Removes a mirror: a copy, whose pipelines and images go with it. */
export function createMirrorRemover(gitlab: GitlabProvisioner): Remover {
  const find = (name: string, call: { signal?: AbortSignal }) =>
    gitlab.getProject(name, call);
  const nameOf: Remover['nameOf'] = ({ application }) =>
    application.slice(application.indexOf('/') + 1);
  return {
    nameOf,
    async inspect(entry, call) {
      const project = await find(nameOf(entry), call);
      const made = entry.reference as MirrorReference | null | undefined;
      // Another of the same name may have taken its place.
      const isSame = !made || made.projectId === project?.id;
      return { exists: project !== undefined && isSame };
    },
    async remove(entry, call) {
      const project = await find(nameOf(entry), call);
      if (project) await gitlab.deleteProject(project.id, call);
    },
  };
}
