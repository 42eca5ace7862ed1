export * from './config';
export * from './GrafanaClient';
export * from './schema';
