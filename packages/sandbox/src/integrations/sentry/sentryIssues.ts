import { FleetApp } from '../../fleet/fleet';
import { pick, toFraction, toWhole } from '../../fleet/stableNoise';
import { SentryProject, SentryState } from './SentryState';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** An issue, whether from the seed's history or from events that came. */
export interface SentryIssueRecord {
  id: string;
  shortId: string;
  project: SentryProject;
  type: string;
  value: string;
  culprit: string;
  level: string;
  count: number;
  userCount: number;
  firstSeen: Date;
  lastSeen: Date;
  substatus: 'new' | 'ongoing' | 'regressed';
  environments: string[];
  releases: string[];
}

/** Environments that the seeded applications report. */
export const seededEnvironments = [
  'production',
  'preproduction',
  'development',
];

const errors = [
  [
    'TypeError',
    "Cannot read properties of undefined (reading 'id')",
    'app/usagers/page',
  ],
  ['TypeError', 'Failed to fetch', 'components/Recherche'],
  ['ReferenceError', 'structuredClone is not defined', 'pages/_app'],
  [
    'Error',
    'Hydration failed because the server rendered HTML did not match',
    'app/layout',
  ],
  ['ChunkLoadError', 'Loading chunk 482 failed', 'webpack/runtime'],
  [
    'QueryFailedError',
    'remaining connection slots are reserved',
    'database/pool',
  ],
  [
    'QueryFailedError',
    'cannot execute INSERT in a read-only transaction',
    'api/demandes',
  ],
  [
    'TimeoutError',
    'The operation was aborted due to timeout',
    'services/insee',
  ],
  ['AxiosError', 'Request failed with status code 502', 'services/annuaire'],
  ['ValidationError', 'date_debut must be before date_fin', 'api/sejours'],
  ['RangeError', 'Invalid time value', 'components/Calendrier'],
  ['SyntaxError', 'Unexpected token < in JSON at position 0', 'services/geo'],
  ['UnauthorizedError', 'jwt expired', 'middleware/session'],
  ['NetworkError', 'A network error occurred', 'components/Televersement'],
  ['Error', 'ENOSPC: no space left on device, write', 'api/documents'],
  ['PayloadTooLargeError', 'request entity too large', 'api/documents'],
  [
    'NotFoundError',
    "Failed to execute 'removeChild' on 'Node'",
    'components/Modale',
  ],
  ['Error', 'SMTP: 421 service not available', 'services/courriel'],
  ['QuotaExceededError', 'The quota has been exceeded', 'components/Brouillon'],
  ['InvariantError', 'Expected a siret of 14 digits', 'api/entreprises'],
] as const;

const toShortId = (slug: string, number: number) =>
  `${slug.toUpperCase()}-${number.toString(32).toUpperCase()}`;

/** The issues of a project of the fleet, as they stand now. Only `new-errors` has new ones. */
function toSeededIssues(
  project: SentryProject,
  app: FleetApp,
  now: Date,
): SentryIssueRecord[] {
  const isNewErrors = app.scenarios.includes('new-errors');
  const isPeak = app.scenarios.includes('error-peak');
  const count = isNewErrors ? 20 : toWhole(6, 14, app.name, 'issues');
  const today = Math.floor(now.getTime() / day) * day;
  const thisHour = Math.floor(now.getTime() / hour) * hour;
  const thisMinute = Math.floor(now.getTime() / minute) * minute;
  return errors.slice(0, count).map((_, index) => {
    // Which error comes first differs by project.
    const [type, value, culprit] =
      errors[(index * 7 + toWhole(0, 19, app.name)) % errors.length];
    const isNew = isNewErrors && index < 12;
    const isRegressed = isNewErrors && index === 12;
    const about = (...words: string[]) => toFraction(app.name, index, ...words);
    const number = 40 + index * 3;
    const firstSeen = isNew
      ? thisHour - (1 + about('first') * 20) * hour
      : today - (3 + about('first') * 200) * day;
    const isHot = isRegressed || isPeak;
    const lastSeen =
      thisMinute - (2 + about('last') * (isHot || isNew ? 40 : 3000)) * minute;
    const events = Math.ceil(
      (4 + about('count') * 900) / (index + 1) +
        (isPeak && index === 0 ? 5000 : 0),
    );
    return {
      id: `${project.id}${String(number).padStart(4, '0')}`,
      shortId: toShortId(project.slug, number),
      project,
      type,
      value,
      culprit,
      level: index % 9 === 8 ? 'warning' : 'error',
      count: events,
      userCount: Math.ceil(events * (0.1 + 0.4 * about('users'))),
      firstSeen: new Date(firstSeen),
      lastSeen: new Date(Math.max(lastSeen, firstSeen)),
      substatus: (isNew && 'new') || (isRegressed && 'regressed') || 'ongoing',
      environments:
        isNew || index % 4 !== 3
          ? ['production', ...(index % 3 === 0 ? ['preproduction'] : [])]
          : [pick(['preproduction', 'development'], app.name, index)],
      releases: [],
    };
  });
}

/** Every issue of some projects. */
export function listIssues(
  state: SentryState,
  projects: SentryProject[],
): SentryIssueRecord[] {
  const now = state.now();
  const byId = new Map(projects.map(project => [project.id, project]));
  const seeded = projects.flatMap(project => {
    const app = state.findApp(project);
    return app ? toSeededIssues(project, app, now) : [];
  });
  const received = state.issues.list().flatMap(issue => {
    const project = byId.get(issue.projectId);
    if (!project) return [];
    const firstSeen = new Date(issue.firstSeen);
    return [
      {
        ...issue,
        shortId: toShortId(project.slug, issue.number),
        project,
        userCount: issue.users.length,
        firstSeen,
        lastSeen: new Date(issue.lastSeen),
        // Sentry calls an issue new for its first week.
        substatus:
          now.getTime() - firstSeen.getTime() < 7 * day
            ? ('new' as const)
            : ('ongoing' as const),
      },
    ];
  });
  return [...seeded, ...received];
}

/** Environments that an organization, or one project, has heard of. */
export function listEnvironments(
  state: SentryState,
  project: SentryProject,
): string[] {
  const received = state.counts.get(project.id)?.environments ?? [];
  return [
    ...new Set([...(project.app ? seededEnvironments : []), ...received]),
  ];
}
