import { planPipeline, toNextVersion } from './gitlabPipelinePlan';

const shared = (ref: string, variables = '') => `
include:
  - project: SocialGouv/gitlab-ci-yml
    file: /autodevops.yml
    ref: ${ref}
variables: { ${variables} }
`;

const plan = (
  configuration: string,
  options: { ref?: string; tag?: boolean } = {},
) => {
  const { ref = 'main', tag = false } = options;
  const planned = planPipeline({
    configuration,
    ref,
    tag,
    isDefaultBranch: ref === 'main',
    sharedCiRefs: ['v23.3.4'],
  });
  return 'jobs' in planned
    ? planned.jobs.map(({ name, environment, manual }) =>
        [name, environment, manual && 'manual'].filter(Boolean).join(' '),
      )
    : planned;
};

describe('planPipeline', () => {
  it('checks branches and deploys them for review, tags to production', () => {
    const configuration = shared(
      'v23.3.4',
      'AUTO_DEVOPS_RELEASE_AUTO: on, AUTO_DEVOPS_PRODUCTION_AUTO: on',
    );
    expect(plan(configuration)).toEqual([
      'Install',
      'Lint',
      'Test',
      'Build',
      'Register Kaniko image',
      'Release',
      'Review main-dev',
      'Preprod preprod-dev',
      'Notify Success',
    ]);
    expect(plan(configuration, { ref: 'feat/x' })).toEqual([
      'Install',
      'Lint',
      'Test',
      'Build',
      'Register Kaniko image',
      'Review feat/x-dev',
      'Notify Success',
    ]);
    expect(plan(configuration, { ref: 'v1.0.0', tag: true })).toEqual([
      'Install',
      'Register Kaniko image',
      'Production prod',
      'Notify Success',
    ]);
  });

  it('leaves to people what is not switched on', () => {
    expect(plan(shared('v23.3.4'), { ref: 'v1.0.0', tag: true })).toContain(
      'Production prod manual',
    );
    expect(plan(shared('v23.3.4'))).toContain('Release manual');
  });

  it('runs the jobs of other configurations, and refuses what GitLab refuses', () => {
    expect(
      plan(
        '.base: { script: x }\ncheck: { script: [y] }\ndefault: { image: z }',
      ),
    ).toEqual(['check']);
    expect(plan(shared('v99'))).toEqual({
      yamlError:
        'Project `SocialGouv/gitlab-ci-yml` reference `v99` does not exist!',
    });
    expect(plan('- a\n- b')).toEqual({
      yamlError: 'Invalid configuration format',
    });
    expect(plan('{}')).toEqual({
      yamlError: 'jobs config should contain at least one visible job',
    });
    expect(plan('a: [')).toEqual({
      yamlError: expect.stringContaining('Invalid configuration format: '),
    });
  });
});

describe('toNextVersion', () => {
  it.each([
    [undefined, ['docs: x'], 'v1.0.0'],
    ['v1.2.3', ['fix: x', 'docs: y'], 'v1.2.4'],
    ['v1.2.3', ['fix: x', 'feat(page): y'], 'v1.3.0'],
    ['v1.2.3', ['feat!: x'], 'v2.0.0'],
    ['v1.2.3', ['docs: x', 'chore: y'], undefined],
  ])('makes %s and %j into %s', (last, subjects, next) => {
    expect(toNextVersion(last, subjects)).toBe(next);
  });
});
