import { JsonObject } from '@backstage/types';
import { TestSandbox } from '@socialgouv/fabrique-sandbox';

/** Folders of the steps of an application. */
export interface Workspaces {
  /** Of each step that the row has before, in order. */
  before: string[];
  /** Of the action. */
  own: string;
}

/** One action of the kill table and of the fault table. */
export interface ActionRow {
  /** Id of the action. */
  action: string;
  /** Name of the row, where an action has several; its id when left out. */
  title?: string;
  /** It is made of other actions, in whose rows each call fails in every way: here in one way each. */
  isWhole?: true;
  /** Input for an application of this name. */
  input(name: string, urls: TestSandbox['urls']): JsonObject;
  /** Files of the workspace, by path. */
  files?(name: string): Record<string, string>;
  /** What other tasks made before: actions and their inputs, in order. Undo leaves it alone. */
  before?(name: string): [action: string, input: JsonObject][];
  /** What people did by hand before, past the actions. */
  prepare?(sandbox: TestSandbox, name: string): Promise<void> | void;
  /** Names of things with data that undo may remove. */
  undoNames?(name: string): string[];
  /** Store of the upstreams in which each of two tasks makes a thing of its own. */
  ofEachTask?: string;
  /** What the second of two tasks is told for good, where it cannot have the same thing. */
  refusal?: RegExp;
  /** What else is to be the same at the end, such as what the secrets of the task open. */
  readMore?(
    sandbox: TestSandbox,
    name: string,
    workspaces: Workspaces,
  ): Promise<JsonObject>;
  /** What undo leaves behind or changed, and why, by path of the upstreams' state. Nothing is missing. */
  stays?: Record<string, string>;
}
