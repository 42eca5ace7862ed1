import { ConfigReader } from '@backstage/config';
import { readKubernetesConfig } from './config';

const read = (fabrique: object) =>
  readKubernetesConfig(
    new ConfigReader({
      fabrique,
      kubernetes: {
        clusterLocatorMethods: [
          { type: 'catalog' },
          {
            type: 'config',
            clusters: [
              { name: 'dev2', url: 'https://dev2', serviceAccountToken: 'd' },
              { name: 'prod2', url: 'https://prod2', caData: 'Y2E=' },
              { name: 'other', url: 'https://other' },
            ],
          },
        ],
      },
    } as never),
  );

describe('readKubernetesConfig', () => {
  it('joins environments with the clusters of the core block', () => {
    expect(
      read({
        kubernetes: {
          clusters: { dev: 'dev2', preprod: 'dev2', prod: 'prod2' },
          links: { prod2: { rancher: 'https://rancher/{namespace}' } },
        },
      }),
    ).toEqual({
      clusters: [
        {
          cluster: {
            name: 'dev2',
            url: 'https://dev2',
            token: 'd',
            caData: undefined,
            caFile: undefined,
            skipTLSVerify: false,
          },
          environments: ['dev', 'preprod'],
          links: {},
        },
        {
          cluster: {
            name: 'prod2',
            url: 'https://prod2',
            token: undefined,
            caData: 'Y2E=',
            caFile: undefined,
            skipTLSVerify: false,
          },
          environments: ['prod'],
          links: { rancher: 'https://rancher/{namespace}' },
        },
      ],
    });
    expect(read({})).toBeUndefined();
    expect(
      readKubernetesConfig(
        new ConfigReader({
          fabrique: { kubernetes: { clusters: { prod: 'prod2' } } },
        }),
      ),
    ).toBeUndefined();
  });

  it('refuses a cluster that is not there', () => {
    expect(() => read({ kubernetes: { clusters: { prod: 'prod3' } } })).toThrow(
      "fabrique.kubernetes.clusters.prod is 'prod3', which kubernetes.clusterLocatorMethods of type config do not have",
    );
  });
});
