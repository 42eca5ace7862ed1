import { Config } from '@backstage/config';
import { JsonObject, JsonValue } from '@backstage/types';

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
  /** Fields of the input, and what they may be. Fields that are left out are not looked at. */
  input: Record<
    string,
    { allowed?: JsonValue[]; pattern?: string; max?: number }
  >;
  /** Refs of people and groups to whom the rule does not apply. */
  except: string[];
  /** Ref of the group that can grant an exception. */
  grantedBy: string;
}

/**
 * The portal's rules about what may be asked.
 *
 * @public
 */
export class Policy {
  readonly #rules: PolicyRule[];

  /**
   * Reads `fabrique.policy`; without it everything may be asked.
   *
   * @throws Error naming the full key, if a rule is incomplete or its pattern is none.
   */
  static fromConfig(root: Config): Policy {
    const rules = root.getOptionalConfigArray('fabrique.policy') ?? [];
    return new Policy(rules.map(toRule));
  }

  constructor(rules: PolicyRule[]) {
    this.#rules = rules;
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
      .flatMap(rule =>
        Object.entries(rule.input).flatMap(([field, limit]) => {
          const broken = toValues(input[field])
            .map(value => describeBreach(value, limit))
            .find(breach => breach);
          return broken
            ? [
                `The rule '${rule.title}' allows ${field} ${broken}; ${rule.grantedBy} can grant an exception.`,
              ]
            : [];
        }),
      );
  }
}

function toRule(config: Config): PolicyRule {
  const input = config.getConfig('input');
  return {
    title: config.getString('title'),
    actions: config.getStringArray('actions'),
    input: Object.fromEntries(
      input.keys().map(field => {
        const limit = input.getConfig(field);
        const pattern = limit.getOptionalString('pattern');
        // A pattern that is none must stop the start, not the first person.
        if (pattern) RegExp(pattern);
        return [
          field,
          {
            allowed: limit.getOptional<JsonValue[]>('allowed'),
            pattern,
            max: limit.getOptionalNumber('max'),
          },
        ];
      }),
    ),
    except: config.getOptionalStringArray('except') ?? [],
    grantedBy: config.getString('grantedBy'),
  };
}

/** Of a list, each item is looked at; what is not given is not. */
function toValues(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function describeBreach(
  value: JsonValue,
  { allowed, pattern, max }: PolicyRule['input'][string],
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
