export * from './github';
export * from './gitlab';
export * from './grafana';
export * from './matomo';
export * from './sentry';
