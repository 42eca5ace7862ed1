import { toGitlabCi } from './toGitlabCi';

const shared = { project: 'SocialGouv/gitlab-ci-yml', ref: 'v23.3.4' };

const written = `include:
  - project: SocialGouv/gitlab-ci-yml
    file: /autodevops.yml
    ref: v23.3.4
variables:
  AUTO_DEVOPS_RELEASE_AUTO: 🔖
  AUTO_DEVOPS_PRODUCTION_AUTO: 🚀
`;

describe('toGitlabCi', () => {
  it.each([undefined, '', '\n'])(
    'includes the shared CI where there is %j',
    existing => {
      expect(toGitlabCi(existing, shared)).toBe(written);
    },
  );

  it('says the same when it is asked again', () => {
    expect(toGitlabCi(written, shared)).toBe(written);
  });

  it('keeps what people wrote, and renews the version', () => {
    expect(
      toGitlabCi(
        `# Ours.
include:
  - local: /jobs.yml
  - project: SocialGouv/gitlab-ci-yml
    file: /autodevops.yml
    ref: v20.7.14 # old
variables:
  AUTO_DEVOPS_RELEASE_AUTO: never
Lint:
  rules:
    - when: never
`,
        shared,
      ),
    ).toBe(`# Ours.
include:
  - local: /jobs.yml
  - project: SocialGouv/gitlab-ci-yml
    file: /autodevops.yml
    ref: v23.3.4 # old
variables:
  AUTO_DEVOPS_RELEASE_AUTO: never
  AUTO_DEVOPS_PRODUCTION_AUTO: 🚀
Lint:
  rules:
    - when: never
`);
  });

  it('puts the shared CI before another include', () => {
    expect(toGitlabCi('include: /jobs.yml\n', shared)).toContain(
      `    ref: v23.3.4
  - /jobs.yml
`,
    );
  });

  it('does not write over what it cannot read', () => {
    expect(() => toGitlabCi('a: [', shared)).toThrow(
      /^\.gitlab-ci\.yml is not valid YAML/,
    );
  });
});
