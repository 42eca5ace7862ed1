export * from './AzurePostgresClient';
export * from './schema';
