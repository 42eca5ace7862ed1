import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  fromOwnershipMark,
  SupportRequests,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureCall } from '../ensure';
import { Remover } from '../undo/Remover';

/** Withdraws a request; one that people have answered holds what they wrote, and one that is closed stays. */
export function createRequestRemover(support: SupportRequests): Remover {
  const find = async (
    { key, reference, application }: LedgerEntry,
    call: EnsureCall,
  ) => {
    const number = (reference as { number?: number } | undefined)?.number;
    if (number) return support.get(number, call);
    // A task that was killed before it wrote the number down.
    const open = await support.listOpen(call);
    return open.find(
      ({ title, body }) =>
        key.endsWith(`/${title}`) &&
        fromOwnershipMark(body)?.app === application,
    );
  };
  return {
    nameOf: ({ key, application }) =>
      key.slice(key.indexOf(application) + application.length + 1),
    async inspect(entry, call) {
      const request = await find(entry, call);
      if (!request) return { exists: false };
      if (request.state !== 'open') {
        return { exists: true, stays: `was closed (${request.url})` };
      }
      return {
        exists: true,
        ...(request.comments > 0 && { data: 'answers to it' }),
      };
    },
    async remove(entry, call) {
      const request = await find(entry, call);
      if (request?.state === 'open') {
        await support.withdraw(request.number, call);
      }
    },
  };
}
