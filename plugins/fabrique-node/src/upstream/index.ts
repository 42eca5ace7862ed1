export * from './createUpstreamPolicy';
export * from './encodePath';
export * from './looseArray';
export * from './toUpstreamError';
export * from './UpstreamClient';
export * from './UpstreamError';
