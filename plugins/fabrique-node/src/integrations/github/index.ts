export * from './GithubClient';
export type { SharedCiInclude } from './readSharedCiInclude';
export * from './schema';
export * from './SharedCiClient';
