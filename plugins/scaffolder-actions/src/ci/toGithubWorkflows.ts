import { stringify } from 'yaml';

const any = ['**'];
const secondary = ['!master', '!main', '!feat/**', '!fix/**'];

const workflows = {
  'review.yaml': {
    name: '👀 Review',
    on: { push: { branches: [...any, ...secondary] } },
    uses: 'use-ks-gh-review.yaml',
  },
  'review-auto.yaml': {
    name: '👓 Review Auto',
    on: { push: { branches: ['feat/**', 'fix/**'] } },
    uses: 'use-ks-gh-review-auto.yaml',
  },
  'preproduction.yaml': {
    name: '😎 PreProd',
    on: {
      push: { branches: ['master', 'main'], 'tags-ignore': ['v*'] },
      workflow_dispatch: {},
    },
    uses: 'use-ks-gh-preproduction.yaml',
  },
  'production.yaml': {
    name: '🚀 Production',
    on: { push: { tags: ['v*'] }, workflow_dispatch: {} },
    uses: 'use-ks-gh-production.yaml',
  },
  'deactivate.yaml': {
    name: '♻️ Deactivate',
    on: {
      pull_request: { types: ['closed'] },
      delete: { branches: [...any, '!persist/**', '!main', '!dev', '!v*'] },
    },
    uses: 'use-ks-gh-deactivate.yaml',
  },
};

/** The files of generation 2, by path: deploy workflows, and the release of new versions. */
export function toGithubWorkflows(ref: string): Record<string, string> {
  const deploys = Object.entries(workflows).map(
    ([file, { name, on, uses }]) => [
      `.github/workflows/${file}`,
      stringify(
        {
          name,
          on,
          concurrency: {
            'cancel-in-progress': true,
            group:
              '${{ github.workflow }}-${{ github.event_name }}-${{ github.event.ref }}',
          },
          jobs: {
            socialgouv: {
              name: '🇫🇷 SocialGouv',
              uses: `socialgouv/workflows/.github/workflows/${uses}@${ref}`,
              secrets: 'inherit',
            },
          },
        },
        { lineWidth: 0 },
      ),
    ],
  );
  return {
    ...Object.fromEntries(deploys),
    '.github/workflows/release.yaml': stringify(toRelease(ref), {
      lineWidth: 0,
    }),
  };
}

function toRelease(ref: string) {
  return {
    name: 'Release',
    on: { push: { branches: ['master', 'main', 'alpha', 'beta', 'next'] } },
    permissions: { 'id-token': 'write', contents: 'write' },
    jobs: {
      release: {
        name: 'Release',
        'runs-on': 'ubuntu-latest',
        steps: [
          { uses: 'actions/checkout@v4' },
          {
            id: 'token',
            uses: 'SocialGouv/token-bureau@main',
            with: {
              'token-bureau-url':
                'https://token-bureau.fabrique.social.gouv.fr',
              audience: 'socialgouv',
            },
          },
          {
            uses: `socialgouv/workflows/actions/semantic-release@${ref}`,
            with: {
              'github-token': '${{ steps.token.outputs.token }}',
              'author-name': '${{ secrets.SOCIALGROOVYBOT_NAME }}',
              'author-email': '${{ secrets.SOCIALGROOVYBOT_EMAIL }}',
            },
          },
        ],
      },
    },
  };
}
