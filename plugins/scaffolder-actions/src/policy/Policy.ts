import { Config } from '@backstage/config';
import { JsonObject, JsonValue } from '@backstage/types';

/**
 * What a field of an input may be.
 *
 * @public
 */
export interface PolicyLimit {
  allowed?: JsonValue[];
  pattern?: string;
  max?: number;
  /** The fields of an object, or of each object in a list. */
  fields: Record<string, PolicyLimit>;
}

/**
 * What an action's input must keep to, from `fabrique.policy`.
 *
 * @public
 */
export interface PolicyRule {
  /** For messages: `small servers only`. */
  title: string;
  /** Ids of actions. */
  actions: string[];
  /**
   * Fields of the input, and what they may be. Fields that are left out are not looked at. Without any,
   * the actions are for nobody but the exceptions.
   */
  input?: Record<string, PolicyLimit>;
  /** Refs of people and groups to whom the rule does not apply. */
  except: string[];
  /** Ref of the group that can grant an exception. */
  grantedBy: string;
}

/**
 * How many things of a type an application may have, from `fabrique.quotas`.
 *
 * @public
 */
export interface Quota {
  /** For messages: `six databases`. */
  title: string;
  /** Type of the ledger: `postgres-database`. */
  type: string;
  max: number;
  /** Refs of people and groups to whom it does not apply. */
  except: string[];
  /** Ref of the group that can grant an exception. */
  grantedBy: string;
}

/**
 * The portal's rules about what may be asked, and how much.
 *
 * @public
 */
export class Policy {
  readonly #rules: PolicyRule[];
  readonly #quotas: Quota[];

  /**
   * Reads `fabrique.policy` and `fabrique.quotas`; without them everything may be asked.
   *
   * @throws Error naming the full key, if a rule is incomplete or its pattern is none.
   */
  static fromConfig(root: Config): Policy {
    const rules = root.getOptionalConfigArray('fabrique.policy') ?? [];
    const quotas = root.getOptionalConfigArray('fabrique.quotas') ?? [];
    return new Policy(rules.map(toRule), quotas.map(toQuota));
  }

  constructor(rules: PolicyRule[], quotas: Quota[] = []) {
    this.#rules = rules;
    this.#quotas = quotas;
  }

  /** The types of the ledger of which there may be so many only. */
  get countedTypes(): string[] {
    return [...new Set(this.#quotas.map(({ type }) => type))];
  }

  /**
   * Names every quota that is passed, and who can grant it.
   *
   * @param counts - by type, how many the application has, and how many more are asked for
   * @param people - refs of the person and of their groups
   */
  findExcesses(
    application: string,
    counts: Record<string, { present: number; more: number }>,
    people: readonly string[],
  ): string[] {
    return this.#quotas.flatMap(({ title, type, max, except, grantedBy }) => {
      const { present, more } = counts[type] ?? { present: 0, more: 0 };
      if (more === 0 || present + more <= max) return [];
      if (except.some(ref => people.includes(ref))) return [];
      return [
        `The quota '${title}' allows ${max} of ${type} for ${application}, which has ${present} and would get ${more} more; ${grantedBy} can grant an exception.`,
      ];
    });
  }

  /**
   * Names every rule that an input breaks, and who can grant it.
   *
   * @param people - refs of the person and of their groups
   */
  findViolations(
    actionId: string,
    input: JsonObject,
    people: readonly string[],
  ): string[] {
    return this.#rules
      .filter(
        ({ actions, except }) =>
          actions.includes(actionId) &&
          !except.some(ref => people.includes(ref)),
      )
      .flatMap(({ title, input: limits, except, grantedBy }) => {
        const grant = `${grantedBy} can grant an exception.`;
        if (!limits) {
          const allowed = except.join(', ') || 'nobody';
          return [`The rule '${title}' allows it to ${allowed}; ${grant}`];
        }
        return findBreaches(input, limits).map(
          breach => `The rule '${title}' allows ${breach}; ${grant}`,
        );
      });
  }
}

/** One for each field, in words: `size only small, not large`. */
function findBreaches(
  input: JsonObject,
  limits: Record<string, PolicyLimit>,
  path = '',
): string[] {
  return Object.entries(limits).flatMap(([field, limit]) => {
    const values = toValues(input[field]);
    const broken = values
      .map(value => describeBreach(value, limit))
      .find(breach => breach);
    const inner = values.flatMap(value =>
      isObject(value)
        ? findBreaches(value, limit.fields, `${path}${field}.`)
        : [],
    );
    return [...(broken ? [`${path}${field} ${broken}`] : []), ...inner];
  });
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toRule(config: Config): PolicyRule {
  const input = config.getOptionalConfig('input');
  return {
    title: config.getString('title'),
    actions: config.getStringArray('actions'),
    ...(input && { input: toLimits(input) }),
    ...toGrant(config),
  };
}

function toQuota(config: Config): Quota {
  return {
    title: config.getString('title'),
    type: config.getString('type'),
    max: config.getNumber('max'),
    ...toGrant(config),
  };
}

function toGrant(config: Config) {
  return {
    except: config.getOptionalStringArray('except') ?? [],
    grantedBy: config.getString('grantedBy'),
  };
}

function toLimits(config: Config): Record<string, PolicyLimit> {
  return Object.fromEntries(
    config.keys().map(field => {
      const limit = config.getConfig(field);
      const fields = limit.getOptionalConfig('fields');
      const pattern = limit.getOptionalString('pattern');
      // A pattern that is none must stop the start, not the first person.
      if (pattern) RegExp(pattern);
      return [
        field,
        {
          allowed: limit.getOptional<JsonValue[]>('allowed'),
          pattern,
          max: limit.getOptionalNumber('max'),
          fields: fields ? toLimits(fields) : {},
        },
      ];
    }),
  );
}

/** Of a list, each item is looked at; what is not given is not. */
function toValues(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function describeBreach(
  value: JsonValue,
  { allowed, pattern, max }: PolicyLimit,
): string | undefined {
  if (allowed && !allowed.includes(value)) {
    return `only ${allowed.join(', ')}, not ${value}`;
  }
  if (pattern && !new RegExp(`^(?:${pattern})$`).test(String(value))) {
    return `only in the form ${pattern}, not ${value}`;
  }
  if (max !== undefined && Number(value) > max) {
    return `up to ${max}, not ${value}`;
  }
  return undefined;
}
