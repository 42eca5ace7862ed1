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
export { audited } from './audited';
export { describeFailure } from './describeFailure';
export { explained } from './explained';
export { ensureResources, type References } from './ensureResources';
