import { JsonObject } from '@backstage/types';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import {
  AppNames,
  Environment,
} from '@socialgouv/backstage-plugin-fabrique-common';
import type { z as zod } from 'zod/v3';
import { EnsureWish } from '../ensure';

/** What a whole application is asked for. */
export interface AppInput {
  name: string;
  owner: string;
  description?: string;
  /** Address of production, where it is not the one of the naming rules. */
  url?: string;
  environments: Environment[];
  extensions?: string[];
  topics?: string[];
  /** Addresses of people who own its mailbox. */
  contacts?: string[];
}

/** A single action that can be a part of a whole application. */
export interface PartAction {
  id: string;
  prepare(
    input: never,
    context: ActionContext<JsonObject, JsonObject>,
  ): Promise<EnsureWish<JsonObject>> | EnsureWish<JsonObject>;
}

/** What is wanted, by name of the part: `true`, or with the options of the part. */
export type AppWants = Record<string, boolean | JsonObject | undefined>;

/** A part that an application may want. */
export interface AppPartDefinition {
  /** For the form of the action. */
  description: string;
  /** Options with which it may be wanted; without, it is wanted with `true` only. */
  options?(z: typeof zod): zod.AnyZodObject;
  /** Parts that must be there first, where they are wanted. */
  after: string[] | ((wants: AppWants) => string[]);
  action: PartAction;
  /** What the single action is asked. */
  toInput(input: AppInput, names: AppNames, options: JsonObject): JsonObject;
}

/** Everything that an application can be made of, by the name that comes before the lines of its log. */
export type AppPartDefinitions = Record<string, AppPartDefinition>;
