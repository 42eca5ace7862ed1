export * from './github';
export * from './gitlab';
export * from './grafana';
export * from './kubernetes';
export * from './matomo';
export * from './sentry';
export * from './tipimail';
export * from './upptime';
