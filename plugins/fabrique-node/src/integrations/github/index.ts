export * from './GithubClient';
export * from './readSharedCiInclude';
export * from './schema';
