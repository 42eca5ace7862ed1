export { startSandbox } from './startSandbox';
export type { Sandbox, StartSandboxOptions } from './startSandbox';
export type { UpstreamId } from './kernel/ports';
export { startTestSandbox } from './testing/startTestSandbox';
export type { TestSandbox } from './testing/startTestSandbox';
