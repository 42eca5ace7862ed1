export * from './config';
export * from './MatomoClient';
export * from './schema';
