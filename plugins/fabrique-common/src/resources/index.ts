export * from './ledger';
export * from './resourceTypeWords';
export * from './toResourceName';
