export * from './config';
export * from './KubernetesClient';
export * from './schema';
