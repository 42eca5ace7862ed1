import { createNamingRules } from './preset';
import { readNamingRules } from './readNamingRules';

const config = (values: Record<string, string>) => ({
  getOptionalString: (key: string) => values[key],
});

describe('readNamingRules', () => {
  it('is the default preset where nothing is configured', () => {
    expect(readNamingRules(config({}))).toEqual(
      createNamingRules('gen1-azure'),
    );
  });

  it("takes the portal's own hosts, clusters and servers", () => {
    expect(
      readNamingRules(
        config({
          'fabrique.preset': 'gen1-azure',
          'fabrique.github.organization': 'ministry',
          'fabrique.gitlab.host': '127.0.0.1:7802',
          'fabrique.kubernetes.clusters.prod': 'blue',
          'fabrique.names.baseDomains.prod': 'apps.example.com',
          'fabrique.names.databaseServer': 'dedicated',
          'fabrique.matomo.baseUrl': 'https://matomo.example.com/',
        }),
      ),
    ).toEqual(
      createNamingRules('gen1-azure', {
        githubOrganization: 'ministry',
        gitlabUrl: 'http://127.0.0.1:7802',
        clusters: { prod: 'blue' },
        baseDomains: { prod: 'apps.example.com' },
        databaseServer: 'dedicated',
        matomoUrl: 'https://matomo.example.com',
      }),
    );
  });

  it("does not lay one generation's clusters under the other", () => {
    expect(
      readNamingRules(
        config({
          'fabrique.preset': 'gen1-azure',
          'fabrique.kubernetes.clusters.prod': 'blue',
        }),
        'gen2-ovh',
      ),
    ).toEqual(createNamingRules('gen2-ovh'));
  });

  it('names the key of a value that does not exist', () => {
    expect(() =>
      readNamingRules(config({ 'fabrique.preset': 'gen3' })),
    ).toThrow(
      "Configuration fabrique.preset is 'gen3', and must be one of gen1-azure, gen2-ovh",
    );
  });
});
