import { toGen1Slug, toGen2Slug, toGitlabEnvironmentSlug } from './slug';

describe('toGen1Slug', () => {
  it.each([
    ['feat/login', 'feat-login-5cdqod'],
    ['renovate/node-18.x', 'renovate-node-18-x-3wspil'],
    ['v1.2.3', 'v1-2-3-5oe0cj'],
    ['123', 'env-123-45auvr'],
    ['main', 'main'],
  ])('makes %s into %s', (name, slug) => {
    expect(toGen1Slug(name)).toBe(slug);
  });

  it('never makes more than 53 characters', () => {
    const slug = toGen1Slug(`feat/${'a'.repeat(80)}`);
    expect(slug).toMatch(/^feat-a{40}-[0-9a-z]{6}$/);
  });
});

describe('toGen2Slug', () => {
  it.each([
    ['template-main', 'template-main'],
    ['template-feat/login', 'template-feat-login-2zmk25qw'],
    ['www-renovate/node-18.x', 'www-renovate-node-18-x-yg3juet2'],
    ['my-app-feat/my-Branch', 'my-app-feat-my-branch-3uj7jplp'],
    ['1000j-feat/x', 'env-1000j-feat-x-1df3765b'],
    ['app-persist/demo', 'app-persist-demo-eeainbnd'],
    [
      'app-dependabot/npm_and_yarn/lodash-4.17.21',
      'app-dependabot-npm-and-yarn-lodash-4-17-21-44hhm5ya',
    ],
    [
      'code-du-travail-numerique-renovate/npm-next-vulnerability',
      'code-du-travail-numerique-renovate-npm-next-vulnerabi-31fm66dm',
    ],
    [
      `template-feat/${'a'.repeat(80)}`,
      `template-feat-${'a'.repeat(39)}-21ka9350`,
    ],
  ])('makes %s into %s', (name, slug) => {
    expect(toGen2Slug(name)).toBe(slug);
  });
});

describe('toGitlabEnvironmentSlug', () => {
  it('keeps what is a slug already', () => {
    expect(toGitlabEnvironmentSlug('main-dev')).toBe('main-dev');
  });

  it('cuts and marks everything else, so that two names never share a slug', () => {
    const slugs = ['feat/a-long-branch-dev', 'feat/a_long-branch-dev'].map(
      toGitlabEnvironmentSlug,
    );
    expect(slugs[0]).toMatch(/^feat-a-long-branc-[0-9a-z]{6}$/);
    expect(slugs[1]).toMatch(/^feat-a-long-branc-[0-9a-z]{6}$/);
    expect(slugs[0]).not.toBe(slugs[1]);
  });
});
