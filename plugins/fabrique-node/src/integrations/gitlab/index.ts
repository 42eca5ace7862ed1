export * from './GitlabClient';
export * from './GitlabMirrorClient';
export * from './MirrorSourceClient';
export * from './schema';
