export * from './SealingCertificates';
export * from './sealSecret';
