import { createBadRequest } from './KubernetesStatus';
import { KubernetesObject } from './objects';

type Matcher = (object: KubernetesObject) => boolean;

const setBased = /^([^\s!=,()]+)\s+(in|notin)\s+\(([^)]*)\)$/;
const equality = /^([^\s!=,()]+)\s*(==|=|!=)\s*([^\s!=,()]*)$/;
const existence = /^(!?)\s*([^\s!=,()]+)$/;

/** Splits at commas that are not within parentheses. */
const splitRequirements = (selector: string): string[] =>
  selector
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean);

function toLabelMatcher(requirement: string): Matcher {
  const labelOf = (object: KubernetesObject, key: string) =>
    object.metadata.labels?.[key];
  const set = setBased.exec(requirement);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    return object => {
      const label = labelOf(object, key);
      return operator === 'in'
        ? label !== undefined && values.includes(label)
        : label === undefined || !values.includes(label);
    };
  }
  const equal = equality.exec(requirement);
  if (equal) {
    const [, key, operator, value] = equal;
    return object => (labelOf(object, key) === value) === (operator !== '!=');
  }
  const exists = existence.exec(requirement);
  if (exists) {
    const [, not, key] = exists;
    return object => (labelOf(object, key) === undefined) === (not === '!');
  }
  throw createBadRequest(
    `unable to parse requirement: found '${requirement}', expected: identifier`,
  );
}

/** What objects a `labelSelector` lets through. */
export function parseLabelSelector(selector: string): Matcher {
  const matchers = splitRequirements(selector).map(toLabelMatcher);
  return object => matchers.every(matches => matches(object));
}

const fields: Record<string, string[]> = {
  'metadata.name': ['metadata', 'name'],
  'metadata.namespace': ['metadata', 'namespace'],
  'status.phase': ['status', 'phase'],
  'spec.nodeName': ['spec', 'nodeName'],
  'involvedObject.kind': ['involvedObject', 'kind'],
  'involvedObject.name': ['involvedObject', 'name'],
  'involvedObject.namespace': ['involvedObject', 'namespace'],
  'involvedObject.uid': ['involvedObject', 'uid'],
  reason: ['reason'],
  type: ['type'],
};

/** What objects a `fieldSelector` lets through. */
export function parseFieldSelector(selector: string): Matcher {
  const matchers = splitRequirements(selector).map(requirement => {
    const [, field, operator, value] = equality.exec(requirement) ?? [];
    const path = fields[field];
    if (!path) {
      throw createBadRequest(
        `field label not supported: ${field ?? requirement}`,
      );
    }
    return (object: KubernetesObject) => {
      const found = path.reduce<unknown>(
        (part, key) => (part as Record<string, unknown> | undefined)?.[key],
        object,
      );
      return (String(found ?? '') === value) === (operator !== '!=');
    };
  });
  return object => matchers.every(matches => matches(object));
}
