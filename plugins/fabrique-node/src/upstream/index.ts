export * from './absentFor';
export * from './createUpstreamPolicy';
export * from './encodePath';
export * from './looseArray';
export * from './parseAnswer';
export * from './toUpstreamError';
export * from './UpstreamClient';
export * from './UpstreamError';
