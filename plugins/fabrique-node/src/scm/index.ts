export * from './GithubApi';
export * from './githubConfig';
