import { stringify } from 'yaml';

/** Where the workflow is, in the repository. */
export const mirrorWorkflowPath = '.github/workflows/mirror-gitlab.yaml';

/** Secret of the GitHub organization: a token of GitLab that may write into the mirrors. */
export const mirrorTokenSecret = 'GITLAB_MIRROR_TOKEN';

// Credentials are given to git by its own way of asking for them: they stand in no address and no argument.
const asker = (variable: string) =>
  `-c credential.helper='!f() { echo username=oauth2; echo "password=$${variable}"; }; f'`;

/**
 * A workflow of GitHub Actions that pushes all branches and tags to GitLab, and removes there what GitHub
 * no longer has: pull mirrors keep it.
 *
 * @param mirrorUrl - address of the mirror for git
 */
export function toMirrorWorkflow(mirrorUrl: string): string {
  return stringify(
    {
      name: '🪞 GitLab mirror',
      on: {
        push: { branches: ['**'], tags: ['**'] },
        delete: {},
        workflow_dispatch: {},
      },
      permissions: { contents: 'read' },
      // One after the other: an older state must not be pushed over a newer one.
      concurrency: { group: 'mirror-gitlab', 'cancel-in-progress': false },
      jobs: {
        mirror: {
          name: '🪞 Push to GitLab',
          'runs-on': 'ubuntu-latest',
          'timeout-minutes': 15,
          steps: [
            {
              name: 'Push all branches and tags',
              env: {
                SOURCE: '${{ github.server_url }}/${{ github.repository }}.git',
                SOURCE_TOKEN: '${{ github.token }}',
                MIRROR: mirrorUrl,
                MIRROR_TOKEN: `\${{ secrets.${mirrorTokenSecret} }}`,
              },
              run: [
                'set -euo pipefail',
                `git ${asker(
                  'SOURCE_TOKEN',
                )} clone --quiet --bare "$SOURCE" source.git`,
                `git -C source.git ${asker(
                  'MIRROR_TOKEN',
                )} push --prune --force "$MIRROR" 'refs/heads/*:refs/heads/*' 'refs/tags/*:refs/tags/*'`,
                '',
              ].join('\n'),
            },
          ],
        },
      },
    },
    { lineWidth: 0 },
  );
}
