export * from './config';
export * from './schema';
export * from './TipimailClient';
