import { distance } from 'fastest-levenshtein';
import { AnnotationDefinition } from '../annotation';
import { Environment, environments } from '../environment';
import { integrationAnnotations } from '../integrations';
import {
  declaredAnnotations,
  ownAnnotationDomain,
} from './declaredAnnotations';

/** What a name of an annotation means. */
export type NameMeaning =
  | { kind: 'declared'; definition: AnnotationDefinition }
  | {
      kind: 'unknown-environment' | 'no-environment';
      definition: AnnotationDefinition;
      written: string;
      /** The environment that is probably meant. */
      environment?: Environment;
    }
  | { kind: 'misspelt'; definition: AnnotationDefinition }
  | { kind: 'unknown' }
  /** Somebody else's: nothing to say about it. */
  | { kind: 'foreign' };

const byName = new Map(declaredAnnotations.map(one => [one.name, one]));

/** Finds what is meant by a name: exactly, for an environment, or nearly. */
export function findDeclared(name: string): NameMeaning {
  const exact = byName.get(name);
  if (exact) return { kind: 'declared', definition: exact };
  return (
    findForEnvironment(name) ?? findMisspelt(name) ?? findUnknownOrForeign(name)
  );
}

function findForEnvironment(name: string): NameMeaning | undefined {
  const dot = name.lastIndexOf('.');
  const definition = byName.get(name.slice(0, Math.max(dot, 0)));
  if (!definition) return undefined;
  const written = name.slice(dot + 1);
  const isKnown = environments.some(id => id === written);
  const environment = toEnvironment(written);
  if (!definition.perEnvironment) {
    return { kind: 'no-environment', definition, written, environment };
  }
  return isKnown
    ? { kind: 'declared', definition }
    : { kind: 'unknown-environment', definition, written, environment };
}

/** How people call the environments elsewhere. */
const otherNames: Record<string, Environment> = {
  production: 'prod',
  prd: 'prod',
  preproduction: 'preprod',
  'pre-prod': 'preprod',
  staging: 'preprod',
  recette: 'preprod',
  development: 'dev',
  developpement: 'dev',
  review: 'dev',
  test: 'dev',
};

function toEnvironment(written: string): Environment | undefined {
  const word = written.toLowerCase();
  return (
    environments.find(id => id === word) ??
    otherNames[word] ??
    environments.find(id => distance(id, word) === 1)
  );
}

/** Letters that differ between a misspelt name and the right one; more is another word. */
const farthest = 2;

const split = (name: string) => {
  const slash = name.indexOf('/');
  return {
    domain: name.slice(0, Math.max(slash, 0)),
    rest: name.slice(slash + 1),
  };
};
const squash = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
/** `matomo` of `matomo.io`, of `matomo.org` and of `matomo`. */
const firstLabel = (domain: string) => domain.toLowerCase().split('.')[0];

function findMisspelt(name: string): NameMeaning | undefined {
  const { domain, rest } = split(name);
  const near = declaredAnnotations.filter(definition => {
    const right = split(definition.name);
    const isOtherDomain =
      firstLabel(domain) === firstLabel(right.domain) &&
      distance(squash(rest), squash(right.rest)) <= 1;
    return (
      isOtherDomain ||
      distance(squash(name), squash(definition.name)) <= farthest
    );
  });
  const [nearest] = near.sort(
    (a, b) => distance(name, a.name) - distance(name, b.name),
  );
  return nearest && { kind: 'misspelt', definition: nearest };
}

function findUnknownOrForeign(name: string): NameMeaning {
  const { domain, rest } = split(name);
  if (domain.toLowerCase() !== ownAnnotationDomain) return { kind: 'foreign' };
  // `fabrique.social.gouv.fr/matomo-site-id`: the service is known, and has an annotation elsewhere.
  const service = Object.entries(integrationAnnotations).find(([id]) =>
    rest.toLowerCase().startsWith(id),
  );
  return service
    ? { kind: 'misspelt', definition: service[1][0] }
    : { kind: 'unknown' };
}
