import {
  AuditorService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { JsonValue } from '@backstage/types';
import { LedgerTask } from '@socialgouv/backstage-plugin-fabrique-common';
import { LedgerClient } from '@socialgouv/backstage-plugin-fabrique-node';
import { Policy } from '../policy/Policy';

/**
 * What all actions share.
 *
 * @public
 */
export interface EnsureKernel {
  ledger: Pick<
    LedgerClient,
    | 'claim'
    | 'renew'
    | 'release'
    | 'setMade'
    | 'setRemoved'
    | 'list'
    | 'requestApproval'
    | 'setWait'
    | 'getWait'
    | 'endWait'
  >;
  policy: Policy;
  /** Ref of the group that `approval: ops` means: `group:default/sre`. */
  opsGroup: string;
  auditor: Pick<AuditorService, 'createEvent'>;
  /** Page on which people undo a task: the template `undo`, filled in. */
  toUndoUrl(taskId: string): string;
  /** Whether a person may make an application the owner of something that has none. */
  mayAdopt(credentials: BackstageCredentials): Promise<boolean>;
}

/**
 * One step of one task, as the kernel sees it.
 *
 * @public
 */
export interface EnsureContext {
  task: LedgerTask;
  /** Repository of the application that the resources belong to. */
  application: string;
  /** The person asked to adopt what has no owner, and may. */
  adopt: boolean;
  logger: Pick<LoggerService, 'info'>;
  isDryRun?: boolean;
  signal?: AbortSignal;
  checkpoint<T extends JsonValue | void>(options: {
    key: string;
    fn: () => Promise<T> | T;
  }): Promise<T>;
}
