import { GitlabProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { NameClaim } from '../../naming/NameClaim';
import { describeHolder } from './createMirrorResources';

/** Asks GitLab for a project that mirrors something else. */
export function createGitlabClaim(gitlab: GitlabProvisioner): NameClaim {
  return {
    system: 'GitLab',
    async findHolder(names, _team, call) {
      if (!names.gitlabProject) return undefined;
      const project = await gitlab.getProject(names.name, call);
      return describeHolder(project, names.repositoryUrl);
    },
  };
}
