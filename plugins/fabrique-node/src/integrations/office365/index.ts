export * from './config';
export type { Office365Tuning } from './createOffice365Http';
export * from './Office365Client';
export * from './schema';
