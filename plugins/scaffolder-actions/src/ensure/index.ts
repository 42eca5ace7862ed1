export type { EnsureKernel } from './EnsureKernel';
export { TaskPaused } from './TaskPaused';
export { defineEnsureAction, type EnsureWish } from './defineEnsureAction';
export type {
  AnyEnsuredResource,
  ApplyCall,
  EnsureCall,
  EnsuredResource,
  Plan,
  PlanVerb,
} from './EnsuredResource';
export { audited } from './audited';
export { describeFailure } from './describeFailure';
export { explained } from './explained';
export { type References } from './ensureResources';
