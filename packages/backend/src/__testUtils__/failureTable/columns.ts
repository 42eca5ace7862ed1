import { FailureKind } from '@socialgouv/backstage-plugin-fabrique-common';
import type { Fault } from '../portal/startServices';

/** One way in which an upstream fails. */
export interface Column {
  fault: Fault;
  kind: FailureKind;
  /** Has the portal wait for {@link shortTimeoutSeconds} only, and know nothing of any service. */
  hangs?: true;
}

/** How long the upstreams that hang are waited for, in seconds; the others have the default. */
export const shortTimeoutSeconds = 5;

/** Seconds after which a limited upstream may be asked again. */
export const retryAfterSeconds = 3_600;

/** The failures of the table, in its order. */
export const columns = {
  '401': { kind: 'auth', fault: { kind: 'status', status: 401 } },
  '403': { kind: 'forbidden', fault: { kind: 'status', status: 403 } },
  '404': { kind: 'not-found', fault: { kind: 'status', status: 404 } },
  '429': {
    kind: 'rate-limited',
    fault: {
      kind: 'status',
      status: 429,
      headers: { 'retry-after': String(retryAfterSeconds) },
    },
  },
  '500': { kind: 'unavailable', fault: { kind: 'status', status: 500 } },
  HTML: { kind: 'invalid-response', fault: { kind: 'html' } },
  truncated: { kind: 'invalid-response', fault: { kind: 'shorten' } },
  cut: { kind: 'network', fault: { kind: 'truncate' } },
  reset: { kind: 'network', fault: { kind: 'reset' } },
  hang: { kind: 'timeout', fault: { kind: 'hang' }, hangs: true },
} satisfies Record<string, Column>;

export type ColumnName = keyof typeof columns;
