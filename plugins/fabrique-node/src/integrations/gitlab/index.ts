export * from './GitlabClient';
export * from './MirrorSourceClient';
export * from './schema';
