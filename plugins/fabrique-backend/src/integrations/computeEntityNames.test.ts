import { createNamingRules } from '@socialgouv/backstage-plugin-fabrique-common';
import { computeEntityNames } from './computeEntityNames';

const rules = createNamingRules('gen1-azure');
const compute = (kind: string, name: string, type?: string) =>
  computeEntityNames(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name },
      spec: { type },
    },
    rules,
  )?.sentrySlug;

describe('computeEntityNames', () => {
  it('names sites and services, and nothing else', () => {
    expect(compute('Component', 'domifa', 'website')).toBe('incubateur/domifa');
    expect(compute('Component', 'domifa', 'service')).toBe('incubateur/domifa');
    expect(compute('Component', 'domifa', 'library')).toBeUndefined();
    expect(compute('Component', 'domifa')).toBeUndefined();
    expect(compute('Resource', 'domifa', 'website')).toBeUndefined();
  });
});
