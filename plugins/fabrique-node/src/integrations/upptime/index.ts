export * from './config';
export * from './schema';
export * from './UpptimeClient';
export * from './UpptimeIncidentsClient';
