export * from './github';
export * from './grafana';
export * from './matomo';
export * from './sentry';
