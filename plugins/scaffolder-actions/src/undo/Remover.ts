import {
  LedgerEntry,
  ResourceType,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { EnsureCall } from '../ensure';

/**
 * What stands where a line of the ledger says that something was made.
 *
 * @public
 */
export interface Remains {
  exists: boolean;
  /** What would be lost, for people: `3 tables with rows`. Its name must be typed in. */
  data?: string;
  /** Why it cannot be removed: what others put there since. */
  obstacle?: string;
  /** Why it stays while the rest goes, and what to do: `it was merged`. */
  stays?: string;
}

/**
 * Takes away what actions made, for one type of the ledger.
 *
 * @public
 */
export interface Remover {
  /** What people type in to have it removed although it holds data: the name of the database. */
  nameOf(entry: LedgerEntry): string;
  /** Looks; changes nothing. */
  inspect(entry: LedgerEntry, call: EnsureCall): Promise<Remains>;
  /**
   * Removes it. May be repeated, with the same end.
   *
   * @returns why it stays after all: `team domifa has other projects`.
   */
  remove(entry: LedgerEntry, call: EnsureCall): Promise<string | void>;
}

/** By type of the ledger's lines. */
export type Removers = Partial<Record<ResourceType, Remover>>;
