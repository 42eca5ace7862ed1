import { SentryIssueRecord } from './sentryIssues';
import { SentryBadRequest, toPeriodMs } from './sentryHttp';

type Matcher = (issue: SentryIssueRecord, now: Date) => boolean;

const states: Record<string, Matcher> = {
  unresolved: () => true,
  resolved: () => false,
  ignored: () => false,
  archived: () => false,
  assigned: () => false,
  unassigned: () => true,
  new: ({ substatus }) => substatus === 'new',
  ongoing: ({ substatus }) => substatus === 'ongoing',
  regressed: ({ substatus }) => substatus === 'regressed',
  escalating: () => false,
};

/** `firstSeen:-24h` is "within 24 h", `firstSeen:+24h` "before that". */
function toTimeMatcher(
  toTime: (issue: SentryIssueRecord) => Date,
  value: string,
): Matcher {
  const [, sign, period] = /^([-+])(\d+[smhdw])$/.exec(value) ?? [];
  if (!period) {
    throw new SentryBadRequest({
      detail: `Error parsing search query: ${value} is not a valid date query`,
    });
  }
  return (issue, now) => {
    const age = now.getTime() - toTime(issue).getTime();
    return age <= toPeriodMs(period) === (sign === '-');
  };
}

function toMatcher(token: string): Matcher {
  const negated = token.startsWith('!');
  const [, key, value] = /^!?([A-Za-z_.]+):"?(.*?)"?$/.exec(token) ?? [];
  const matches = toPlainMatcher(key, value, token);
  return negated ? (issue, now) => !matches(issue, now) : matches;
}

function toPlainMatcher(
  key: string | undefined,
  value: string,
  token: string,
): Matcher {
  switch (key) {
    case undefined: {
      const text = token.replace(/^"|"$/g, '').toLowerCase();
      return ({ type, value: message, culprit }) =>
        `${type}: ${message} ${culprit}`.toLowerCase().includes(text);
    }
    case 'is': {
      if (!states[value]) {
        throw new SentryBadRequest({
          detail: `Invalid value for "is" search, valid values are ${Object.keys(
            states,
          ).join(', ')}`,
        });
      }
      return states[value];
    }
    case 'firstSeen':
      return toTimeMatcher(({ firstSeen }) => firstSeen, value);
    case 'lastSeen':
      return toTimeMatcher(({ lastSeen }) => lastSeen, value);
    case 'level':
      return ({ level }) => level === value;
    case 'environment':
      return ({ environments }) => environments.includes(value);
    case 'release':
      return ({ releases }) => releases.includes(value);
    case 'error.type':
      return ({ type }) => type === value;
    default:
      // A tag that no event has.
      return () => false;
  }
}

/**
 * What issues a search of Sentry lets through.
 *
 * @throws SentryBadRequest
 */
export function parseIssueQuery(query: string): Matcher {
  const tokens = query.match(/!?[A-Za-z_.]+:"[^"]*"|"[^"]*"|\S+/g) ?? [];
  const matchers = tokens.map(toMatcher);
  return (issue, now) => matchers.every(matches => matches(issue, now));
}

const sorts: Record<
  string,
  (a: SentryIssueRecord, b: SentryIssueRecord) => number
> = {
  date: (a, b) => b.lastSeen.getTime() - a.lastSeen.getTime(),
  inbox: (a, b) => b.firstSeen.getTime() - a.firstSeen.getTime(),
  new: (a, b) => b.firstSeen.getTime() - a.firstSeen.getTime(),
  freq: (a, b) => b.count - a.count,
  recommended: (a, b) => b.count - a.count,
  trends: (a, b) => b.count - a.count,
  user: (a, b) => b.userCount - a.userCount,
};

/**
 * Orders issues as Sentry's `sort` says.
 *
 * @throws SentryBadRequest
 */
export function compareIssues(sort: string) {
  const compare = sorts[sort];
  if (!compare) {
    throw new SentryBadRequest({ detail: `Invalid sort: ${sort}` });
  }
  return compare;
}
