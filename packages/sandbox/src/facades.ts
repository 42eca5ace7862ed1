import { SandboxContext, SandboxSystem } from './kernel/Facade';

/**
 * Every system of the sandbox, in lanes: lanes start side by side, and within a lane each system
 * starts after the one before it.
 */
export function createFacades(_context: SandboxContext): SandboxSystem[][] {
  return [];
}
