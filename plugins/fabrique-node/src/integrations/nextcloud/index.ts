export * from './config';
export * from './NextcloudClient';
export * from './schema';
