import {
  computeAppNames,
  postgresIdentifierLimit,
  toCompactName,
} from './computeAppNames';
import { createNamingRules, NamesPreset, NamingRules } from './preset';

/**
 * A system that limits how long a name may be.
 *
 * @public
 */
export type NameLimit = 'azure-storage' | 'postgres' | 'kubernetes' | 'github';

/**
 * Why a name cannot be that of an application, as a message key and its parameters.
 *
 * - `required`: there is no name.
 * - `pattern`: lower case letters, digits and single hyphens, a letter first, no hyphen last.
 * - `too-short`: fewer than `minimum` characters.
 * - `too-long`: `length` of at most `limit` characters; Azure storage counts letters and digits only.
 * - `reserved`: `word` means something else to one of the systems.
 *
 * @public
 */
export type NameProblem =
  | { key: 'required'; params: {} }
  | { key: 'pattern'; params: {} }
  | { key: 'too-short'; params: { minimum: number } }
  | {
      key: 'too-long';
      params: { system: NameLimit; limit: number; length: number };
    }
  | { key: 'reserved'; params: { word: string } };

const minimum = 3;

const reservedWords = [
  // Namespaces of every cluster, databases of every server.
  ...['default', 'postgres', 'template0', 'template1', 'azure-sys'],
  ...['azure-maintenance', 'cert-manager', 'ingress-nginx', 'ingress-basic'],
  // Environments, and hosts that mean something.
  ...['dev', 'preprod', 'prod', 'preproduction', 'production', 'review'],
  ...['admin', 'api', 'localhost', 'mail', 'rancher', 'kubeseal'],
  // Paths of GitLab.
  ...['badges', 'blame', 'blob', 'builds', 'commits', 'create', 'edit'],
  ...['files', 'new', 'preview', 'raw', 'refs', 'tree', 'update', 'wikis'],
];
// `<name>-secret` and `ci-<name>` are companion namespaces of the application `<name>`.
const reservedParts = /^(kube-|ci-)|-(secret|ci)$/;

/**
 * Says why a name cannot be that of an application; pure, for the form as for the first step of a run.
 *
 * @returns an empty array for a good name.
 *
 * @public
 */
export function validateAppName(
  name: string,
  options: { preset?: NamesPreset; rules?: NamingRules } = {},
): NameProblem[] {
  if (!name) return [{ key: 'required', params: {} }];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    return [{ key: 'pattern', params: {} }];
  }
  const problems: NameProblem[] = [];
  if (name.length < minimum) {
    problems.push({ key: 'too-short', params: { minimum } });
  }
  const part = reservedParts.exec(name)?.[0];
  if (reservedWords.includes(name) || part) {
    problems.push({ key: 'reserved', params: { word: part ?? name } });
  }
  const rules = options.rules ?? createNamingRules(options.preset);
  return [...problems, ...findTooLong(name, rules)];
}

function findTooLong(name: string, rules: NamingRules): NameProblem[] {
  const { environments } = computeAppNames({ name, rules });
  const all = Object.values(environments);
  const longest = (values: (string | undefined)[]) =>
    Math.max(...values.map(value => value?.length ?? 0));
  const compact = toCompactName(name).length;
  // What the conventions add to the name counts too, hence: limit minus what was added.
  const lengths: [NameLimit, length: number, used: number, limit: number][] = [
    [
      'azure-storage',
      compact,
      longest(all.map(({ storage }) => storage.account)),
      24,
    ],
    [
      'postgres',
      name.length,
      longest(all.flatMap(({ database: { name: db, user } }) => [db, user])),
      postgresIdentifierLimit,
    ],
    [
      'kubernetes',
      name.length,
      longest([
        name,
        ...all.map(({ namespace }) => namespace),
        ...all.map(({ host }) => host.split('.')[0]),
      ]),
      63,
    ],
    ['github', name.length, name.length, 100],
  ];
  return lengths
    .filter(([, , used, limit]) => used > limit)
    .map(([system, length, used, limit]) => ({
      key: 'too-long',
      params: { system, limit: limit - (used - length), length },
    }));
}

const systemTitles: Record<NameLimit, string> = {
  'azure-storage': 'Azure storage',
  postgres: 'Postgres',
  kubernetes: 'Kubernetes',
  github: 'GitHub',
};

/**
 * Words a problem in English, for the log of a task.
 *
 * @public
 */
export function describeNameProblem(
  name: string,
  problem: NameProblem,
): string {
  switch (problem.key) {
    case 'required':
      return 'The application needs a name.';
    case 'too-short':
      return `The name '${name}' is too short: use at least ${problem.params.minimum} characters.`;
    case 'too-long': {
      const { system, limit, length } = problem.params;
      const unit =
        system === 'azure-storage' ? 'letters and digits' : 'characters';
      return `The name '${name}' is too long for ${systemTitles[system]}: use at most ${limit} ${unit}; it has ${length}.`;
    }
    case 'reserved':
      return `The name '${name}' cannot be used: '${problem.params.word}' has a meaning of its own. Choose another name.`;
    default:
      return `The name '${name}' cannot be used: use lower case letters, digits and single hyphens, a letter first and no hyphen last.`;
  }
}
