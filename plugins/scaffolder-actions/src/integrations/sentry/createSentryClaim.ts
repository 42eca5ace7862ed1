import { SentryProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { NameClaim } from '../../naming/NameClaim';
import { describeHolder } from './createSentryResources';

/** Asks Sentry for a project of another team. */
export function createSentryClaim(sentry: SentryProvisioner): NameClaim {
  return {
    system: 'Sentry',
    async findHolder({ name }, team, call) {
      return describeHolder(await sentry.getProject(name, call), team.name);
    },
  };
}
