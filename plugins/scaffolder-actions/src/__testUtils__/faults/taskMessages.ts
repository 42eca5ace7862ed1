import { JsonObject } from '@backstage/types';
import { PostgresFault } from './calls';

/** What a process of actions is told when it starts. */
export interface ProcessSettings {
  config: JsonObject;
  /** Authority behind the sandbox's HTTPS, as PEM. */
  ca: string;
  /** Addresses of the backend's plugins, and tokens for them. */
  plugins: Record<'fabrique' | 'catalog', { baseUrl: string; token: string }>;
}

/** One step of one task. */
export interface StepMessage {
  taskId: string;
  actionId: string;
  input: JsonObject;
  workspacePath: string;
  /** Where the task database would keep the checkpoints. */
  checkpointFile: string;
  /** Kills the process after so many finished calls and stored checkpoints. */
  killAfter?: number;
  postgresFault?: PostgresFault;
  /** Waits of five seconds and more are over in a tenth of their time: for answers that never come. */
  isHurried?: boolean;
}

/** How a step ended; a killed process says nothing. */
export interface StepOutcome {
  outputs: JsonObject;
  log: string[];
  /** Finished calls and stored checkpoints, in order. */
  calls: string[];
  error?: string;
  /** It waits, and goes on by itself. */
  isPaused?: true;
}
