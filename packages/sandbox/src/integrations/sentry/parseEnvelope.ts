/** The fields of an event that make an issue of it. */
export interface SentryEvent {
  event_id?: string;
  level?: string;
  environment?: string;
  release?: string;
  transaction?: string;
  fingerprint?: string[];
  message?: string | { formatted?: string; message?: string };
  logentry?: { formatted?: string; message?: string };
  user?: { id?: string | number; email?: string; ip_address?: string };
  exception?: {
    values?: {
      type?: string;
      value?: string;
      stacktrace?: {
        frames?: { filename?: string; function?: string; in_app?: boolean }[];
      };
    }[];
  };
}

/** One session, or the sums of many. */
export interface SentrySessionUpdate {
  environment?: string;
  release?: string;
  started: number;
  crashed: number;
}

/** What an application sent in one envelope. */
export interface Envelope {
  /** The key in the envelope's own header. */
  dsn?: string;
  eventId?: string;
  events: SentryEvent[];
  sessions: SentrySessionUpdate[];
}

interface SessionAggregate {
  exited?: number;
  errored?: number;
  crashed?: number;
  abnormal?: number;
}

interface SessionItem {
  init?: boolean;
  status?: string;
  attrs?: { environment?: string; release?: string };
  aggregates?: SessionAggregate[];
}

const eventTypes = ['event', 'error'];

/**
 * Reads an envelope: a header, then items of a header and a payload, one a line.
 *
 * @see https://develop.sentry.dev/sdk/data-model/envelopes/
 * @throws SyntaxError when it is not one.
 */
export function parseEnvelope(body: Buffer): Envelope {
  let offset = 0;
  const readLine = (): Buffer => {
    const end = body.indexOf(0x0a, offset);
    const line = body.subarray(offset, end < 0 ? body.length : end);
    offset = end < 0 ? body.length : end + 1;
    return line;
  };
  const header = parseJson<{ dsn?: string; event_id?: string }>(readLine());
  const envelope: Envelope = {
    dsn: header.dsn,
    eventId: header.event_id,
    events: [],
    sessions: [],
  };
  while (offset < body.length) {
    const line = readLine();
    if (line.length === 0) continue;
    const item = parseJson<{ type?: string; length?: number }>(line);
    let payload: Buffer;
    if (item.length === undefined) {
      payload = readLine();
    } else {
      payload = body.subarray(offset, offset + item.length);
      offset += item.length + 1;
    }
    if (eventTypes.includes(item.type ?? '')) {
      envelope.events.push(parseJson<SentryEvent>(payload));
    } else if (item.type === 'session' || item.type === 'sessions') {
      envelope.sessions.push(toSessions(parseJson<SessionItem>(payload)));
    }
    // Transactions, attachments and reports of the SDK are taken and not kept.
  }
  return envelope;
}

function toSessions({
  init,
  status,
  attrs,
  aggregates,
}: SessionItem): SentrySessionUpdate {
  if (aggregates) {
    const sum = (toNumber: (item: SessionAggregate) => number) =>
      aggregates.reduce((total, item) => total + toNumber(item), 0);
    const crashed = sum(item => item.crashed ?? 0);
    return {
      ...attrs,
      started:
        crashed +
        sum(
          item =>
            (item.exited ?? 0) + (item.errored ?? 0) + (item.abnormal ?? 0),
        ),
      crashed,
    };
  }
  return {
    ...attrs,
    started: init ? 1 : 0,
    crashed: status === 'crashed' ? 1 : 0,
  };
}

function parseJson<T>(bytes: Buffer): T {
  return JSON.parse(bytes.toString('utf8')) as T;
}
