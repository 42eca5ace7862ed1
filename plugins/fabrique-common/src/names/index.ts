export {
  computeAppNames,
  type AppNames,
  type EnvironmentNames,
} from './computeAppNames';
export * from './parseDeploymentName';
export * from './preset';
export * from './readNamingRules';
export * from './slug';
export * from './validateAppName';
