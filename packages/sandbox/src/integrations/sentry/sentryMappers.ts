import { toWhole } from '../../fleet/stableNoise';
import {
  organizationSlug,
  SentryKey,
  SentryProject,
  SentryState,
  SentryTeam,
} from './SentryState';
import { listEnvironments, SentryIssueRecord } from './sentryIssues';
import { SentryRelease } from './sentryReleases';

const access = [
  'alerts:read',
  'event:read',
  'event:write',
  'member:read',
  'org:read',
  'project:read',
  'project:releases',
  'project:write',
  'team:read',
  'team:write',
];

const avatar = { avatarType: 'letter_avatar', avatarUuid: null };

/** What a self-hosted Sentry says of features that the sandbox does not have. */
const absentFeatures = {
  hasFeedbacks: false,
  hasFlags: false,
  hasInsightsAgentMonitoring: false,
  hasInsightsAppStart: false,
  hasInsightsAssets: false,
  hasInsightsCaches: false,
  hasInsightsDb: false,
  hasInsightsHttp: false,
  hasInsightsMCP: false,
  hasInsightsQueues: false,
  hasInsightsScreenLoad: false,
  hasInsightsVitals: false,
  hasLogs: false,
  hasMinifiedStackTrace: false,
  hasMonitors: false,
  hasNewFeedbacks: false,
  hasProfiles: false,
  hasReplays: false,
  hasTraceMetrics: false,
  hasUserReports: false,
};

export function toOrganization(state: SentryState): object {
  return {
    id: '1',
    slug: organizationSlug,
    name: 'Incubateur des ministères sociaux',
    dateCreated: '2021-03-01T09:00:00.000000Z',
    status: { id: 'active', name: 'active' },
    isEarlyAdopter: false,
    require2FA: false,
    avatar,
    features: ['discover-basic'],
    access,
    links: { organizationUrl: state.url, regionUrl: state.url },
    hasAuthProvider: true,
    allowMemberInvite: true,
    allowMemberProjectCreation: true,
    allowSuperuserAccess: false,
    onboardingTasks: [],
  };
}

export function toTeam({ id, slug, name, dateCreated }: SentryTeam): object {
  return {
    id,
    slug,
    name,
    dateCreated,
    isMember: true,
    teamRole: null,
    flags: { 'idp:provisioned': false },
    access,
    hasAccess: true,
    isPending: false,
    memberCount: toWhole(2, 9, slug, 'members'),
    avatar,
  };
}

export function toProject(
  state: SentryState,
  project: SentryProject,
  latestRelease?: SentryRelease,
): object {
  const teams = project.teams.flatMap(slug => {
    const team = state.teams.get(slug);
    return team ? [{ id: team.id, slug: team.slug, name: team.name }] : [];
  });
  return {
    id: project.id,
    slug: project.slug,
    name: project.name,
    platform: project.platform ?? null,
    dateCreated: project.dateCreated,
    isBookmarked: false,
    isMember: true,
    hasAccess: true,
    access,
    features: ['alert-filters', 'releases'],
    firstEvent: project.firstEvent ?? null,
    firstTransactionEvent: false,
    hasSessions: project.firstEvent !== undefined,
    ...absentFeatures,
    isInternal: false,
    isPublic: false,
    avatar,
    status: 'active',
    color: '#3f70bf',
    team: teams[0] ?? null,
    teams,
    platforms: project.platform ? [project.platform] : [],
    environments: listEnvironments(state, project),
    latestRelease: latestRelease ? { version: latestRelease.version } : null,
  };
}

export function toKey(
  state: SentryState,
  project: SentryProject,
  key: SentryKey,
): object {
  const { protocol, host } = new URL(state.url);
  const envelopeUrl = `${state.url}/api/${project.id}`;
  const withKey = `?sentry_key=${key.public}`;
  return {
    id: key.public,
    name: key.label,
    label: key.label,
    public: key.public,
    secret: key.secret,
    projectId: Number(project.id),
    isActive: true,
    rateLimit: null,
    dsn: {
      public: `${protocol}//${key.public}@${host}/${project.id}`,
      secret: `${protocol}//${key.public}:${key.secret}@${host}/${project.id}`,
      csp: `${envelopeUrl}/csp-report/${withKey}`,
      security: `${envelopeUrl}/security/${withKey}`,
      minidump: `${envelopeUrl}/minidump/${withKey}`,
      nel: `${envelopeUrl}/nel/${withKey}`,
      unreal: `${envelopeUrl}/unreal/${key.public}/`,
      crons: `${envelopeUrl}/cron/___MONITOR_SLUG___/${key.public}/`,
      cdn: `${state.url}/js-sdk-loader/${key.public}.min.js`,
      playstation: `${envelopeUrl}/playstation/${withKey}`,
      integration: `${envelopeUrl}/integration/`,
      otlp_traces: `${envelopeUrl}/integration/otlp/v1/traces`,
      otlp_logs: `${envelopeUrl}/integration/otlp/v1/logs`,
    },
    browserSdkVersion: '10.x',
    browserSdk: { choices: [['10.x', '10.x']] },
    dateCreated: key.dateCreated,
    dynamicSdkLoaderOptions: {
      hasReplay: false,
      hasPerformance: false,
      hasDebug: false,
      hasFeedback: false,
      hasLogsAndMetrics: false,
    },
  };
}

/** What Sentry adds of who is to look at an issue, and of what it found out itself: nothing yet. */
function toTriage(issue: SentryIssueRecord, date_added: string): object {
  return {
    inbox: {
      reason: { new: 0, regressed: 2, ongoing: 6 }[issue.substatus],
      reason_details: null,
      date_added,
    },
    owners: {
      type: 'ownershipRule',
      owner: `team:${issue.project.teams[0] ?? ''}`,
      date_added,
    },
    integrationIssues: [],
    sentryAppIssues: [],
    latestEventHasAttachments: false,
    sessionCount: 0,
    derivedData: {
      blocker: '',
      progress: '',
      status: '',
      viewCount: 0,
      hasOpenFixPr: false,
      isAssigned: false,
      hasRootCause: false,
      lastCompletedAutofixStep: '',
      lastProgressedAt: null,
    },
  };
}

export function toIssue(state: SentryState, issue: SentryIssueRecord): object {
  const { id, shortId, project, type, value, count, userCount } = issue;
  const firstSeen = issue.firstSeen.toISOString();
  const lastSeen = issue.lastSeen.toISOString();
  return {
    id,
    shareId: null,
    shortId,
    title: `${type}: ${value}`,
    culprit: issue.culprit,
    permalink: `${state.url}/organizations/${organizationSlug}/issues/${id}/`,
    logger: null,
    level: issue.level,
    status: 'unresolved',
    statusDetails: {},
    substatus: issue.substatus,
    isPublic: false,
    platform: 'javascript',
    project: {
      id: project.id,
      name: project.name,
      slug: project.slug,
      platform: project.platform ?? null,
    },
    type: 'error',
    metadata: { type, value, filename: issue.culprit },
    numComments: 0,
    assignedTo: null,
    isBookmarked: false,
    isSubscribed: false,
    subscriptionDetails: null,
    hasSeen: true,
    annotations: [],
    issueType: 'error',
    issueCategory: 'error',
    priority: issue.level === 'error' ? 'high' : 'medium',
    priorityLockedAt: null,
    seerFixabilityScore: null,
    seerAutofixLastTriggered: null,
    seerExplorerAutofixLastTriggered: null,
    isUnhandled: issue.level === 'error',
    // A string, as JavaScript could not hold the largest ones.
    count: String(count),
    userCount,
    firstSeen,
    lastSeen,
    lifetime: {
      count: String(count),
      userCount,
      firstSeen,
      lastSeen,
      stats: {},
    },
    filtered: null,
    matchingEventEnvironment: null,
    matchingEventId: null,
    stats: { '24h': [] },
    ...toTriage(issue, firstSeen),
  };
}
