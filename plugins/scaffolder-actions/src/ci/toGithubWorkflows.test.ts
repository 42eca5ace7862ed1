import { parse } from 'yaml';
import { toGithubWorkflows } from './toGithubWorkflows';

describe('toGithubWorkflows', () => {
  it('calls the shared workflows', () => {
    const files = toGithubWorkflows('v1');
    expect(Object.keys(files)).toEqual(
      [
        'review',
        'review-auto',
        'preproduction',
        'production',
        'deactivate',
        'release',
      ].map(name => `.github/workflows/${name}.yaml`),
    );
    expect(parse(files['.github/workflows/review.yaml'])).toEqual({
      name: '👀 Review',
      on: {
        push: {
          branches: ['**', '!master', '!main', '!feat/**', '!fix/**'],
        },
      },
      concurrency: {
        'cancel-in-progress': true,
        group:
          '${{ github.workflow }}-${{ github.event_name }}-${{ github.event.ref }}',
      },
      jobs: {
        socialgouv: {
          name: '🇫🇷 SocialGouv',
          uses: 'socialgouv/workflows/.github/workflows/use-ks-gh-review.yaml@v1',
          secrets: 'inherit',
        },
      },
    });
  });
});
