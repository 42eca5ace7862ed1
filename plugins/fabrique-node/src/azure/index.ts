export * from './AzureBlobContainers';
export * from './AzureConnection';
export * from './AzurePostgresServers';
export * from './AzureStorage';
export * from './config';
export * from './generatePassword';
export * from './PostgresDatabases';
export * from './toPostgresError';
