export type { GithubRepositoryState } from './githubRepository';
export * from './GithubProvisioner';
export * from './GithubTeamAccess';
export * from './GitlabProvisioner';
export * from './MatomoProvisioner';
export * from './ownership';
export * from './SentryProvisioner';
