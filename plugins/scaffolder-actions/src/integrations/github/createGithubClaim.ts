import { GithubProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { NameClaim } from '../../naming/NameClaim';
import { describeHolder, findRepository } from './createGithubResources';

/** Asks GitHub for the team, and for a repository of somebody else. */
export function createGithubClaim(github: GithubProvisioner): NameClaim {
  return {
    system: 'GitHub',
    async findHolder({ name }, { githubTeam: team }, call) {
      if (!(await github.teams.get(team, call))) {
        return `GitHub organization ${github.organization} has no team '${team}'. Create it there, or set the annotation github.com/team-slug of the group.`;
      }
      const wanted = { github, name, team };
      return describeHolder(wanted, await findRepository(wanted, call));
    },
  };
}
