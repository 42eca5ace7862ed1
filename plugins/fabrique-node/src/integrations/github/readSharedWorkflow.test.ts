import { readSharedWorkflow } from './readSharedWorkflow';

describe('readSharedWorkflow', () => {
  it.each([
    [
      'the usual file',
      `name: 😎 PreProd
on: { push: { branches: [main] } }
jobs:
  lint:
    runs-on: ubuntu-latest
    steps: [{ uses: actions/checkout@v4 }]
  other:
    uses: elsewhere/workflows/.github/workflows/x.yaml@v9
  socialgouv:
    name: "🇫🇷 SocialGouv"
    uses: socialgouv/workflows/.github/workflows/use-ks-gh-preproduction.yaml@v1
    secrets: inherit
`,
      { project: 'socialgouv/workflows', ref: 'v1' },
    ],
    [
      'a workflow of its own',
      'jobs: { a: { uses: ./.github/x.yml } }',
      undefined,
    ],
    ['no job', 'name: x', undefined],
    ['no YAML', 'jobs: [}\n', undefined],
    ['nothing', '', undefined],
  ])('reads %s', (_, text, expected) => {
    expect(readSharedWorkflow(text, 'SocialGouv')).toEqual(expected);
  });
});
