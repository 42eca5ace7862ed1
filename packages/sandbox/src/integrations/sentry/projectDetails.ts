import { SentryProject, SentryState } from './SentryState';
import { toOrganization } from './sentryMappers';

/** Settings of a project that nobody changed: what the detailed view adds to the summary. */
const defaultSettings = {
  allowedDomains: ['*'],
  autofixAutomationTuning: 'off',
  builtinSymbolSources: [],
  dataScrubber: true,
  dataScrubberDefaults: true,
  debugFilesRole: null,
  defaultEnvironment: null,
  derivedGroupingEnhancements: '',
  digestsMaxDelay: 1800,
  digestsMinDelay: 300,
  dynamicSamplingBiases: [],
  enableAutoReleaseCreation: true,
  fingerprintingRules: '',
  groupingConfig: 'newstyle:2023-01-11',
  groupingEnhancements: '',
  highlightContext: {},
  highlightPreset: { tags: [], context: {} },
  highlightTags: [],
  isDynamicallySampled: false,
  options: {},
  processingIssues: 0,
  relayPiiConfig: null,
  resolveAge: 0,
  safeFields: [],
  scmSourceContextEnabled: false,
  scrapeJavaScript: true,
  scrubIPAddresses: true,
  secondaryGroupingConfig: null,
  secondaryGroupingExpiry: 0,
  securityToken: '',
  securityTokenHeader: null,
  seerNightshiftTweaks: null,
  seerScannerAutomation: false,
  sensitiveFields: [],
  storeCrashReports: null,
  subjectPrefix: '',
  subjectTemplate: '$shortID - $title',
  symbolSources: '[]',
  tempestFetchScreenshots: false,
  verifySSL: true,
};

/** The detailed view of a project. */
export function toProjectDetails(
  state: SentryState,
  project: SentryProject,
  summary: object,
): object {
  return {
    ...summary,
    ...defaultSettings,
    id: project.id,
    organization: toOrganization(state),
  };
}
