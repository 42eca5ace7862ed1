export * from './GithubApi';
export * from './githubConfig';
export type { GitlabRequester } from './createGitlabRequester';
export * from './GitlabApi';
export * from './gitlabConfig';
export * from './readGithubTeam';
