export * from './AzureBlobClient';
export * from './schema';
