import { parseDeploymentName } from './parseDeploymentName';

describe('parseDeploymentName', () => {
  it.each([
    ['prod', { environment: 'prod' }],
    ['production', { environment: 'prod' }],
    ['preprod-dev', { environment: 'preprod' }],
    ['main-dev', { environment: 'dev' }],
    ['feat/login-dev', { environment: 'dev', branch: 'feat/login' }],
    ['feat/preprod-dev', { environment: 'dev', branch: 'feat/preprod' }],
    ['not a branch-dev', { environment: 'dev' }],
    ['review/feat', {}],
    ['constructor', {}],
  ])('reads %s', (name, expected) => {
    expect(parseDeploymentName(name)).toEqual(expected);
  });
});
