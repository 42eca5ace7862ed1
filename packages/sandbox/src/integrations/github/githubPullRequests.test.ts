import { Octokit } from '@octokit/rest';
import { startTestFacades, TestFacades } from '../../testing/startTestFacades';
import { createGithubFacade } from './createGithubFacade';

jest.setTimeout(120_000);

const owner = 'SocialGouv';
const repo = 'domifa';

describe('pull requests of the GitHub facade', () => {
  let facades: TestFacades;
  let octokit: Octokit;
  beforeAll(async () => {
    facades = await startTestFacades([createGithubFacade]);
    octokit = new Octokit({
      auth: 'sandbox-github-token',
      baseUrl: `${facades.context.urls.github}/api/v3`,
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
  });
  afterAll(() => facades?.stop());

  /** A branch with one more file than main. */
  const branchOff = async (branch: string, path: string) => {
    const { data: main } = await octokit.rest.git.getRef({
      owner,
      repo,
      ref: 'heads/main',
    });
    const { data: parent } = await octokit.rest.git.getCommit({
      owner,
      repo,
      commit_sha: main.object.sha,
    });
    const { data: blob } = await octokit.rest.git.createBlob({
      owner,
      repo,
      content: Buffer.from('bonjour\n').toString('base64'),
      encoding: 'base64',
    });
    const { data: tree } = await octokit.rest.git.createTree({
      owner,
      repo,
      base_tree: parent.tree.sha,
      tree: [{ path, mode: '100644', type: 'blob', sha: blob.sha }],
    });
    const { data: commit } = await octokit.rest.git.createCommit({
      owner,
      repo,
      message: `feat: ajoute ${path}`,
      tree: tree.sha,
      parents: [parent.sha],
    });
    await octokit.rest.git.createRef({
      owner,
      repo,
      ref: `refs/heads/${branch}`,
      sha: commit.sha,
    });
    return commit.sha;
  };
  const open = (head: string) =>
    octokit.rest.pulls.create({
      owner,
      repo,
      head,
      base: 'main',
      title: 'feat: un fichier',
      body: 'Pourquoi',
    });

  it('are all there when several are opened at once', async () => {
    const branches = ['a', 'b', 'c', 'd'];
    for (const branch of branches) await branchOff(branch, `docs/${branch}`);
    const pulls = await Promise.all(branches.map(open));
    const numbers = pulls.map(({ data }) => data.number);
    expect(new Set(numbers).size).toBe(branches.length);
    const { data } = await octokit.rest.pulls.list({
      owner,
      repo,
      per_page: 100,
    });
    expect(data.map(({ number }) => number)).toEqual(
      expect.arrayContaining(numbers),
    );
  });

  it('are opened once for a branch, and merged', async () => {
    const sha = await branchOff('un-fichier', 'docs/bonjour.txt');
    const { data: pull } = await open('un-fichier');
    expect(pull).toMatchObject({
      state: 'open',
      title: 'feat: un fichier',
      body: 'Pourquoi',
      head: { ref: 'un-fichier', sha },
      base: { ref: 'main' },
    });
    await expect(open('un-fichier')).rejects.toMatchObject({
      status: 422,
      response: {
        data: {
          errors: [
            expect.objectContaining({
              message:
                'A pull request already exists for SocialGouv:un-fichier.',
            }),
          ],
        },
      },
    });
    const { data: merged } = await octokit.rest.pulls.merge({
      owner,
      repo,
      pull_number: pull.number,
    });
    expect(merged.merged).toBe(true);
    const { data: file } = await octokit.rest.repos.getContent({
      owner,
      repo,
      path: 'docs/bonjour.txt',
    });
    expect(file).toMatchObject({
      content: `${Buffer.from('bonjour\n').toString('base64')}\n`,
    });
    await expect(
      octokit.rest.pulls.merge({ owner, repo, pull_number: pull.number }),
    ).rejects.toMatchObject({ status: 405 });
  });

  it('are closed by a person, and when their branch goes', async () => {
    await branchOff('fermee', 'fermee.txt');
    const { data: first } = await open('fermee');
    await octokit.rest.pulls.update({
      owner,
      repo,
      pull_number: first.number,
      state: 'closed',
    });
    const { data: second } = await open('fermee');
    expect(second.number).toBe(first.number + 1);
    await octokit.rest.git.deleteRef({ owner, repo, ref: 'heads/fermee' });
    const { data: pulls } = await octokit.rest.pulls.list({
      owner,
      repo,
      state: 'all',
      head: `${owner}:fermee`,
    });
    expect(pulls.map(({ state, merged_at }) => [state, merged_at])).toEqual([
      ['closed', null],
      ['closed', null],
    ]);
  });

  it.each([
    ['main', { code: 'custom', message: 'No commits between main and main' }],
    ['nowhere', { code: 'invalid', field: 'head' }],
  ])('are refused for the branch %s', async (head, fault) => {
    await expect(open(head)).rejects.toMatchObject({
      status: 422,
      response: { data: { errors: [{ resource: 'PullRequest', ...fault }] } },
    });
  });

  it('refuses a tree of blobs that are not there', async () => {
    await expect(
      octokit.rest.git.createTree({
        owner,
        repo,
        tree: [
          { path: 'x', mode: '100644', type: 'blob', sha: 'f'.repeat(40) },
        ],
      }),
    ).rejects.toMatchObject({ status: 422 });
  });
});
