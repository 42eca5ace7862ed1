import { toSharedCi } from './toSharedCi';

const project = 'SocialGouv/gitlab-ci-yml';
const tags = [
  'v21.9.0',
  'v22.0.0',
  'v22.0.1',
  'v22.10.0',
  'v22.9.3',
  'v23.0.1',
  'v24.0.0-beta.1',
  'latest',
];

describe('toSharedCi', () => {
  it.each([
    ['v23.0.1', 0, undefined],
    ['v23.0.0', 0, 'v23.0.1'],
    ['v22.10.0', 1, 'v23.0.1'],
    ['v22.9.0', 2, 'v23.0.1'],
    ['22.0.1', 3, 'v23.0.1'],
    ['v1.0.0', 5, 'v23.0.1'],
    ['v30.0.0', 0, undefined],
    ['v23', 0, undefined],
    ['v23.0', 0, undefined],
    ['v22', 1, 'v23.0.1'],
    ['v22.9', 2, 'v23.0.1'],
    ['master', undefined, undefined],
    ['HEAD', undefined, undefined],
  ])(
    'counts the minor versions after %s: %s, newer %s',
    (ref, behind, newer) => {
      expect(toSharedCi({ project, ref }, tags)).toEqual({
        project,
        ref,
        newerRef: newer,
        minorVersionsBehind: behind,
      });
    },
  );

  it('says nothing of newer versions when the tags are not known', () => {
    expect(toSharedCi({ project, ref: 'v1.0.0' }, [])).toEqual({
      project,
      ref: 'v1.0.0',
      newerRef: undefined,
      minorVersionsBehind: undefined,
    });
  });
});
