import { FleetService } from '@socialgouv/backstage-plugin-fabrique-common';
import { toSentenceCase, useWords } from '../words/useWords';
import { toMarkLevel } from './fleetColumns';

/** What the fleet says of one service of a component. */
export interface ServiceWords {
  /** The verdict in words, or why there is none. */
  verdict: string;
  /** Why; empty where the verdict says it all. */
  reasons: string[];
}

/** Says how a service of a component is, and why. */
export function useServiceWords() {
  const { t, reason, failure } = useWords();

  return function describe(id: string, service?: FleetService): ServiceWords {
    const verdict =
      service?.state === 'pending'
        ? t('fleet.pending')
        : t(`verdict.${toMarkLevel(service)}`);
    const reasons = (service?.reasons ?? []).map(item =>
      toSentenceCase(reason(item)),
    );
    // With state `ok` too, where the last good answer could not be renewed.
    if (service?.failureKind) {
      const { failureKind: kind } = service;
      reasons.push(failure({ kind, message: '' }, { service: id }));
    }
    return { verdict, reasons };
  };
}

/** The words of a service as one text. */
export function toLabel({ verdict, reasons }: ServiceWords): string {
  return [verdict, ...reasons]
    .map(sentence => sentence.replace(/\.$/, ''))
    .join('. ');
}
