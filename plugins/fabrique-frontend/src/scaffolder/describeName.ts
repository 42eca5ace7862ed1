import { TranslationFunction } from '@backstage/frontend-plugin-api';
import {
  NameLimit,
  NameProblem,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { NameAvailability } from '../api/FabriqueApi';
import { fabriqueTranslationRef } from '../translation/translationRef';

type Translate = TranslationFunction<typeof fabriqueTranslationRef.T>;

const systems: Record<NameLimit, string> = {
  'azure-storage': 'Azure',
  postgres: 'Postgres',
  kubernetes: 'Kubernetes',
  github: 'GitHub',
};

/** Says what to change in a name. */
export function describeProblem(t: Translate, problem: NameProblem): string {
  switch (problem.key) {
    case 'required':
      return t('appName.problem.required');
    case 'too-short':
      return t('appName.problem.too-short', problem.params);
    case 'too-long': {
      const { system, limit, length } = problem.params;
      return system === 'azure-storage'
        ? t('appName.problem.too-long-azure-storage', { limit, length })
        : t('appName.problem.too-long', {
            system: systems[system],
            limit,
            length,
          });
    }
    case 'reserved':
      return t('appName.problem.reserved', problem.params);
    default:
      return t('appName.problem.pattern');
  }
}

/** Says who has a name that is not free. */
export function describeTaken(
  t: Translate,
  name: string,
  { takenBy, where }: NameAvailability,
): string {
  if (!takenBy || !where) return t('appName.taken', { name });
  const titles: Record<string, string | undefined> = {
    catalog: t('appName.catalog'),
    github: t('github.title'),
    gitlab: t('gitlab.title'),
    sentry: t('sentry.title'),
    matomo: t('matomo.title'),
  };
  return t('appName.takenBy', {
    name,
    // An entity reference reads badly in a sentence: its name is enough.
    takenBy: takenBy.replace(/^[a-z]+:[^/]+\//i, ''),
    where: titles[where] ?? where,
  });
}
