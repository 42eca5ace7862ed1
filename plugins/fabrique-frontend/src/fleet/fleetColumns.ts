import {
  FleetPage,
  FleetService,
  integrationIds,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { MarkLevel } from '../card/VerdictMark';

/** Ids of the services that the portal is connected to, in the order of the page; third parties' last. */
export function toServiceColumns(page: FleetPage): string[] {
  const services = page.rows[0]?.services ?? {};
  const known: string[] = integrationIds.filter(id => services[id]);
  const others = Object.keys(services).filter(id => !known.includes(id));
  return [...known, ...others].filter(
    id => services[id].state !== 'not-configured',
  );
}

/** The sign of a service: what does not answer is unknown, never well. */
export function toMarkLevel(service: FleetService | undefined): MarkLevel {
  switch (service?.state) {
    case 'ok':
      return service.level ?? 'unknown';
    case 'failed':
      return 'unknown';
    case 'pending':
      return 'pending';
    default:
      return 'none';
  }
}
