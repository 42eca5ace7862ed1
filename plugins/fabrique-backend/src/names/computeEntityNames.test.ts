import { ConfigReader } from '@backstage/config';
import { presetAnnotation } from '@socialgouv/backstage-plugin-fabrique-common';
import { computeAzureNames, computeEntityNames } from './computeEntityNames';

const config = new ConfigReader({ fabrique: { preset: 'gen1-azure' } });
const toEntity = (kind: string, type?: string, preset?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name: 'domifa',
    annotations: preset ? { [presetAnnotation.name]: preset } : undefined,
  },
  spec: { type },
});
const slugOf = (...args: Parameters<typeof toEntity>) =>
  computeEntityNames(toEntity(...args), config)?.sentrySlug;

describe('computeEntityNames', () => {
  it('names sites and services, and nothing else', () => {
    expect(slugOf('Component', 'website')).toBe('incubateur/domifa');
    expect(slugOf('Component', 'service')).toBe('incubateur/domifa');
    expect(slugOf('Component', 'library')).toBeUndefined();
    expect(slugOf('Component')).toBeUndefined();
    expect(slugOf('Resource', 'website')).toBeUndefined();
  });

  it('follows the rules by which an application was made', () => {
    const made = (preset?: string) =>
      computeEntityNames(toEntity('Component', 'website', preset), config)
        ?.preset;
    expect(made()).toBe('gen1-azure');
    expect(made('gen2-ovh')).toBe('gen2-ovh');
    expect(made('nonsense')).toBe('gen1-azure');
    const inAzure = toEntity('Component', 'website');
    expect(computeAzureNames(inAzure, config)).toEqual(
      computeEntityNames(inAzure, config),
    );
    const elsewhere = toEntity('Component', 'website', 'gen2-ovh');
    expect(computeAzureNames(elsewhere, config)).toBeUndefined();
  });
});
