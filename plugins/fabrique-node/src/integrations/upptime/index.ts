export * from './config';
export * from './schema';
export * from './UpptimeClient';
