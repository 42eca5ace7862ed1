import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';
import { createPlaceFinder, KubernetesPlace } from './createPlaceFinder';

const shared: Environment[] = ['dev', 'preprod'];
const all: Environment[] = ['dev', 'preprod', 'prod'];
const dev: KubernetesPlace = { environment: 'dev' };
const preprod: KubernetesPlace = { environment: 'preprod' };
const prod: KubernetesPlace = { environment: 'prod' };
const named = (name: string) => ({ 'app.gitlab.com/env.name': name });

describe('createPlaceFinder', () => {
  it.each([
    ['preprod-dev', shared, preprod],
    ['preprod', shared, preprod],
    ['main-dev', shared, dev],
    ['feat/login-dev', shared, { ...dev, branch: 'feat/login' }],
    ['feat/preprod-dev', shared, { ...dev, branch: 'feat/preprod' }],
    ['feat/login-dev', ['dev'], { ...dev, branch: 'feat/login' }],
    ['not a branch-dev', shared, dev],
    ['prod', shared, dev],
    ['prod', all, prod],
    ['feat/login-dev', ['prod'], prod],
    ['main-dev', ['preprod', 'prod'], preprod],
  ] as [string, Environment[], KubernetesPlace][])(
    'takes generation 1 %s among %j for %j',
    (name, candidates, expected) => {
      const find = createPlaceFinder({
        candidates,
        objects: [],
        namespaces: [],
      });
      expect(
        find({
          metadata: {
            namespace: 'domifa-104-x-preprod',
            annotations: named(name),
          },
        }),
      ).toEqual(expected);
    },
  );

  it.each([
    ['domifa-preprod', shared, preprod],
    ['domifa-feat-login-2zmk25qw', shared, { ...dev, branch: 'feat/login' }],
    ['domifa-unreadable', shared, { ...dev, branch: 'feat-x-3uj7jplp' }],
    ['domifa', all, prod],
    ['domifa', shared, { ...dev, branch: 'feat-x-3uj7jplp' }],
    ['domifa', ['prod'], prod],
  ] as [string, Environment[], KubernetesPlace][])(
    'takes generation 2 %s among %j for %j',
    (namespace, candidates, expected) => {
      const find = createPlaceFinder({
        candidates,
        objects: [],
        namespaces: [
          {
            metadata: {
              name: 'domifa-feat-login-2zmk25qw',
              annotations: { 'kontinuous/gitBranch': 'feat/login' },
            },
          },
        ],
      });
      expect(
        find({
          metadata: {
            namespace,
            labels: {
              application: 'domifa',
              'kontinuous/ref': 'feat-x-3uj7jplp',
            },
          },
        }),
      ).toEqual(expected);
    },
  );

  it('lets objects without the annotation follow their namespace', () => {
    const objects = [
      { metadata: { namespace: 'a', annotations: named('preprod-dev') } },
      { metadata: { namespace: 'a' } },
      { metadata: { namespace: 'b', annotations: named('feat/x-dev') } },
      { metadata: { namespace: 'b', annotations: { other: 'x' } } },
      { metadata: { namespace: 'c' } },
      { metadata: { namespace: 'd' } },
    ];
    const namespaces = [
      { metadata: { name: 'c', annotations: { 'git/branch': 'fix/date' } } },
      { metadata: { name: 'd', annotations: { 'git/branch': 'main' } } },
    ];
    const find = createPlaceFinder({
      candidates: shared,
      objects,
      namespaces,
    });
    expect(objects.map(find)).toEqual([
      preprod,
      preprod,
      { ...dev, branch: 'feat/x' },
      { ...dev, branch: 'feat/x' },
      { ...dev, branch: 'fix/date' },
      dev,
    ]);
  });
});
