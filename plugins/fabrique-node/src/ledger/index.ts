export * from './LedgerClient';
