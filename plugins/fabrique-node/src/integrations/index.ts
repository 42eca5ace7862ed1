export * from './grafana';
export * from './matomo';
export * from './sentry';
