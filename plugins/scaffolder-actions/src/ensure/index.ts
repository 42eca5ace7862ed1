export type { EnsureKernel } from './EnsureKernel';
export { TaskPaused } from './TaskPaused';
export { defineEnsureAction, type EnsureWish } from './defineEnsureAction';
export type {
  AnyEnsuredResource,
  EnsureCall,
  EnsuredResource,
  Plan,
  PlanVerb,
} from './EnsuredResource';
export { ensureResources, type References } from './ensureResources';
