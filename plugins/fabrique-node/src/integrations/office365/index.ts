export * from './config';
export * from './Office365Client';
export * from './schema';
