import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';
import { createEnvironmentFilter, toEnvironment } from './toEnvironment';

const shared: Environment[] = ['dev', 'preprod'];
const all: Environment[] = ['dev', 'preprod', 'prod'];
const named = (name: string) => ({ 'app.gitlab.com/env.name': name });

describe('toEnvironment', () => {
  it.each([
    ['preprod-dev', shared, 'preprod'],
    ['preprod', shared, 'preprod'],
    ['main-dev', shared, 'dev'],
    ['feat-preprod-dev', shared, 'dev'],
    ['prod', shared, 'dev'],
    ['prod', all, 'prod'],
    ['main-dev', ['prod'], 'prod'],
    ['main-dev', ['preprod', 'prod'], 'preprod'],
  ] as [string, Environment[], Environment][])(
    'takes generation 1 %s among %j for %s',
    (name, candidates, expected) => {
      expect(
        toEnvironment(
          { namespace: 'domifa-104-x-preprod', annotations: named(name) },
          candidates,
        ),
      ).toBe(expected);
    },
  );

  it.each([
    ['domifa-preprod', shared, 'preprod'],
    ['domifa-feat-login-2zmk25qw', shared, 'dev'],
    ['domifa', all, 'prod'],
    ['domifa', shared, 'dev'],
    ['domifa', ['prod'], 'prod'],
  ] as [string, Environment[], Environment][])(
    'takes generation 2 %s among %j for %s',
    (namespace, candidates, expected) => {
      expect(
        toEnvironment(
          { namespace, labels: { application: 'domifa' } },
          candidates,
        ),
      ).toBe(expected);
    },
  );
});

describe('createEnvironmentFilter', () => {
  it('lets objects without the annotation follow their namespace', () => {
    const objects = [
      { metadata: { namespace: 'a', annotations: named('preprod-dev') } },
      { metadata: { namespace: 'a' } },
      { metadata: { namespace: 'b', annotations: named('main-dev') } },
      { metadata: { namespace: 'b', annotations: { other: 'x' } } },
    ];

    const isPreprod = createEnvironmentFilter(objects, 'preprod', shared);
    expect(objects.map(isPreprod)).toEqual([true, true, false, false]);
    const isDev = createEnvironmentFilter(objects, 'dev', shared);
    expect(objects.map(isDev)).toEqual([false, false, true, true]);
  });
});
