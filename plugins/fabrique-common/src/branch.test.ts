import { isBranchName, isReviewBranch } from './branch';

describe('isBranchName', () => {
  it.each([
    'main',
    'feat/login',
    'renovate/node-18.x',
    'dependabot/npm_and_yarn/@babel/core-7.1',
    'fix/été',
    'a'.repeat(200),
  ])('takes %s', name => {
    expect(isBranchName(name)).toBe(true);
  });

  it.each([
    '',
    ' ',
    'feat login',
    '-rf',
    '/feat',
    'feat/',
    'feat..login',
    'feat//login',
    'feat/.hidden',
    'feat.lock',
    'feat.',
    '@{1}',
    'feat:login',
    'feat?x=1',
    'feat\nlogin',
    'a'.repeat(201),
  ])('refuses %j', name => {
    expect(isBranchName(name)).toBe(false);
  });
});

describe('isReviewBranch', () => {
  it('leaves out what dev itself stands for', () => {
    expect(
      ['feat/login', 'main', 'master', 'dev', 'develop', 'a b'].filter(
        isReviewBranch,
      ),
    ).toEqual(['feat/login']);
  });
});
