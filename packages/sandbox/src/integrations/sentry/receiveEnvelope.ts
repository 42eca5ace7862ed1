import { toUuid } from '../../fleet/stableNoise';
import { Envelope, SentryEvent } from './parseEnvelope';
import { toHourKey } from './sentryCounts';
import {
  ReceivedCounts,
  ReceivedIssue,
  SentryProject,
  SentryState,
} from './SentryState';

const keptMs = 30 * 86_400_000;
const defaultEnvironment = 'production';

/** Keeps what an application sent: events become issues, sessions and versions are counted. */
export function receiveEnvelope(
  state: SentryState,
  project: SentryProject,
  { events, sessions }: Envelope,
): void {
  const now = state.now();
  const hourKey = toHourKey(now);
  const counts = state.counts.get(project.id) ?? {
    projectId: project.id,
    events: {},
    sessions: {},
    releases: {},
    environments: [],
  };
  const tell = (environment = defaultEnvironment, release?: string) => {
    if (!counts.environments.includes(environment)) {
      counts.environments.push(environment);
    }
    if (release) counts.releases[release] ??= now.toISOString();
  };
  for (const event of events) {
    tell(event.environment, event.release);
    counts.events[hourKey] = (counts.events[hourKey] ?? 0) + 1;
    keepEvent(state, project, event, now);
  }
  for (const { environment, release, started, crashed } of sessions) {
    tell(environment, release);
    const byEnvironment = (counts.sessions[hourKey] ??= {});
    const sums = (byEnvironment[environment ?? defaultEnvironment] ??= {
      total: 0,
      crashed: 0,
    });
    sums.total += started;
    sums.crashed += crashed;
  }
  if (events.length + sessions.length === 0) return;
  state.counts.put(project.id, forgetOld(counts, now));
  if (events.length > 0 && !project.firstEvent) {
    state.projects.put(project.slug, {
      ...project,
      firstEvent: now.toISOString(),
    });
  }
}

function forgetOld(counts: ReceivedCounts, now: Date): ReceivedCounts {
  const oldest = new Date(now.getTime() - keptMs).toISOString();
  for (const byHour of [counts.events, counts.sessions]) {
    for (const time of Object.keys(byHour)) {
      if (time < oldest) delete byHour[time];
    }
  }
  return counts;
}

function keepEvent(
  state: SentryState,
  project: SentryProject,
  event: SentryEvent,
  now: Date,
): void {
  const description = describeEvent(event);
  const id = `${project.id}${String(
    Number.parseInt(
      toUuid(project.id, description.fingerprint).slice(0, 7),
      16,
    ),
  )}`;
  const known = state.issues.get(id);
  const issue: ReceivedIssue = known ?? {
    ...description,
    id,
    projectId: project.id,
    // Seeded issues have the numbers below.
    number:
      (project.app ? 101 : 1) +
      state.issues.list().filter(({ projectId }) => projectId === project.id)
        .length,
    firstSeen: now.toISOString(),
    lastSeen: now.toISOString(),
    count: 0,
    users: [],
    environments: [],
    releases: [],
  };
  const { user, environment = defaultEnvironment, release } = event;
  const person = user?.id ?? user?.email ?? user?.ip_address;
  const add = (list: string[], item: string | undefined) =>
    item === undefined || list.includes(item) ? list : [...list, item];
  state.issues.put(id, {
    ...issue,
    lastSeen: now.toISOString(),
    count: issue.count + 1,
    // A digest is enough to count people.
    users: add(
      issue.users,
      person === undefined ? undefined : toUuid(String(person)),
    ),
    environments: add(issue.environments, environment),
    releases: add(issue.releases, release),
  });
}

function describeEvent(event: SentryEvent) {
  // The last exception is the one that was thrown; those before it are its causes.
  const exception = event.exception?.values?.at(-1);
  const frames = exception?.stacktrace?.frames ?? [];
  const frame = frames.findLast(({ in_app }) => in_app) ?? frames.at(-1);
  const where =
    event.transaction ??
    (frame ? `${frame.function ?? '?'}(${frame.filename ?? '?'})` : '');
  const { message, logentry } = event;
  const text =
    (typeof message === 'string' ? message : undefined) ??
    logentry?.formatted ??
    logentry?.message ??
    (typeof message === 'object'
      ? message.formatted ?? message.message
      : undefined) ??
    '<unlabeled event>';
  const type = exception?.type ?? 'Error';
  const value = (exception?.value ?? text).slice(0, 300);
  const own = event.fingerprint?.filter(part => part !== '{{ default }}');
  return {
    type: exception ? type : 'Message',
    value,
    culprit: where,
    level: event.level ?? 'error',
    fingerprint: own?.length
      ? own.join(' ')
      : [type, frame ? where : value].join(' '),
  };
}
