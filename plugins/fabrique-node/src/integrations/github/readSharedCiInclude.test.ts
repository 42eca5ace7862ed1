import { readSharedCiInclude } from './readSharedCiInclude';

describe('readSharedCiInclude', () => {
  it.each([
    [
      'the usual file',
      `include:
  - local: /ci/extra.yml
  - project: elsewhere/templates
    file: /x.yml
  - project: SocialGouv/gitlab-ci-yml
    file: /autodevops.yml
    ref: v23.3.4
Test:
  script: !reference [.test, script]
`,
      { project: 'SocialGouv/gitlab-ci-yml', ref: 'v23.3.4' },
    ],
    [
      'one include, without a version',
      'include:\n  project: socialgouv/gitlab-ci-yml\n  file: /autodevops.yml\n',
      { project: 'socialgouv/gitlab-ci-yml', ref: 'HEAD' },
    ],
    ['no include', 'stages: [test]\n', undefined],
    ['an include by path', 'include: /ci/extra.yml\n', undefined],
    ['no YAML', 'include: [}\n', undefined],
    ['nothing', '', undefined],
  ])('reads %s', (_, text, expected) => {
    expect(readSharedCiInclude(text, 'SocialGouv')).toEqual(expected);
  });
});
