import { writeFileSync } from 'fs';
import { readFile } from 'fs/promises';
import { join } from 'path';
import { parse } from 'yaml';
import {
  openSealedSecret,
  readSealingKeys,
} from '../../__testUtils__/openSealedSecrets';
import { startActions, StartedActions } from '../../__testUtils__/startActions';
import { TaskDouble } from '../../__testUtils__/TaskDouble';

jest.setTimeout(180_000);

const repository = 'domifa';

describe('a change that is proposed to an application, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions([
      'github',
      'gitlab',
      'kubernetes-dev',
      'kubernetes-prod',
    ]);
  });
  afterAll(() => actions?.stop());

  const github = async (method: string, path: string, body?: object) => {
    const answer = await fetch(
      `${actions.sandbox.urls.github}/api/v3/repos/SocialGouv/${repository}/${path}`,
      {
        method,
        headers: {
          authorization: 'Bearer sandbox-github-token',
          accept: 'application/vnd.github+json',
        },
        body: body && JSON.stringify(body),
        ...(body && {
          headers: {
            authorization: 'Bearer sandbox-github-token',
            'content-type': 'application/json',
          },
        }),
      },
    );
    return answer.status === 204 ? undefined : answer.json();
  };
  const listPulls = (branch: string) =>
    github('GET', `pulls?state=all&head=SocialGouv:${branch}`);
  const propose = (
    task: TaskDouble,
    branch: string,
    options: { isDryRun?: boolean } = {},
  ) =>
    task.run(
      actions.action('fabrique:github:pull-request:ensure'),
      {
        name: repository,
        branch,
        title: 'feat: ajoute un secret',
        description: 'Pourquoi',
      },
      options,
    );
  const undo = (taskId: string, names: string[] = []) =>
    new TaskDouble(`undo-${Math.random()}`).run(
      actions.action('fabrique:task:undo'),
      { taskId, names },
    );

  it('brings sealed secrets and annotations in one pull request, and finds it again', async () => {
    const task = new TaskDouble('change');
    const file = join(task.workspacePath, 'catalog-info.yaml');
    await task.run(actions.action('fabrique:catalog:annotate'), {
      name: repository,
      annotations: { 'grafana/dashboard-selector': 'domifa-2' },
    });
    expect(await readFile(file, 'utf8')).toContain(
      'grafana/dashboard-selector: domifa-2\n',
    );
    const { secrets } = await task.run(
      actions.action('fabrique:sealed-secret:write'),
      {
        name: repository,
        environments: ['dev', 'prod'],
        secretName: 'session',
        generate: ['SESSION_KEY'],
        values: { PARTNER_KEY: 'the-typed-secret' },
      },
    );
    expect(secrets).toEqual(
      ['dev', 'prod'].map(environment => ({
        environment,
        path: `.socialgouv/environments/${environment}/session.sealed-secret.yaml`,
        secret: {
          sink: 'sealed-secret',
          name: 'session',
          keys: ['SESSION_KEY', 'PARTNER_KEY'],
        },
      })),
    );
    const opened = await Promise.all(
      (secrets as { path: string }[]).map(async ({ path }) =>
        openSealedSecret(
          parse(await readFile(join(task.workspacePath, path), 'utf8')),
          readSealingKeys(actions.sandbox.dataDir),
        ),
      ),
    );
    expect(opened).toEqual(
      [0, 1].map(() => ({
        SESSION_KEY: expect.stringMatching(/^[A-Za-z0-9-]{40,}$/),
        PARTNER_KEY: 'the-typed-secret',
      })),
    );
    expect(opened[0].SESSION_KEY).not.toBe(opened[1].SESSION_KEY);

    const writes = await actions.readWrites();
    await propose(task, 'fabrique/session', { isDryRun: true });
    expect(await actions.readWrites()).toEqual(writes);

    const outputs = await propose(task, 'fabrique/session');
    const [pull] = await listPulls('fabrique/session');
    expect(outputs).toEqual({
      url: pull.html_url,
      number: pull.number,
      branch: 'fabrique/session',
      commitSha: pull.head.sha,
    });
    expect(pull.body).toBe(
      'Pourquoi\n\n<!-- {"fabrique-app":"SocialGouv/domifa","fabrique-task":"change"} -->',
    );
    const { files } = await github(
      'GET',
      `compare/main...${encodeURIComponent('fabrique/session')}`,
    );
    expect(files.map((one: { filename: string }) => one.filename)).toEqual([
      '.socialgouv/environments/dev/session.sealed-secret.yaml',
      '.socialgouv/environments/prod/session.sealed-secret.yaml',
      'catalog-info.yaml',
    ]);
    expect(
      task.log.join('\n') + JSON.stringify([...task.checkpoints]),
    ).not.toMatch(`the-typed-secret|${opened[0].SESSION_KEY}`);

    task.checkpoints.clear();
    expect(await propose(task, 'fabrique/session')).toEqual(outputs);
    expect(task.log.at(-1)).toMatch(/^ {2}nothing .* #\d+ is open$/);

    // More files later complete the same pull request.
    writeFileSync(join(task.workspacePath, 'NOTES.md'), 'À relire\n');
    task.checkpoints.clear();
    const more = await propose(task, 'fabrique/session');
    expect(more.number).toBe(outputs.number);
    expect(more.commitSha).not.toBe(outputs.commitSha);
    expect(await listPulls('fabrique/session')).toHaveLength(1);
  });

  it('is undone with its branch, but not under the hands of people', async () => {
    const task = new TaskDouble('undone');
    writeFileSync(join(task.workspacePath, 'UNDO.md'), 'x\n');
    await propose(task, 'fabrique/undone');
    await github('PUT', 'contents/PEOPLE.md', {
      branch: 'fabrique/undone',
      message: 'docs: à la main',
      content: 'eA==',
    });
    await expect(undo('undone')).rejects.toThrow(
      "holds data (commits of people). To lose it, write its name 'fabrique/undone' into 'names'.",
    );
    await undo('undone', ['fabrique/undone']);
    expect(await listPulls('fabrique/undone')).toMatchObject([
      { state: 'closed', merged_at: null },
    ]);
    expect(await github('GET', 'branches/fabrique%2Fundone')).toMatchObject({
      message: 'Branch not found',
    });
    // The same can be proposed again.
    const again = new TaskDouble('undone-again');
    writeFileSync(join(again.workspacePath, 'UNDO.md'), 'x\n');
    await propose(again, 'fabrique/undone');
    expect(await listPulls('fabrique/undone')).toMatchObject([
      { state: 'open' },
      { state: 'closed' },
    ]);
  });

  it('stays where it was merged, and is not proposed again', async () => {
    const task = new TaskDouble('merged');
    writeFileSync(join(task.workspacePath, 'MERGED.md'), 'x\n');
    const { number } = await propose(task, 'fabrique/merged');
    await github('PUT', `pulls/${number}/merge`, {});
    expect(await undo('merged')).toEqual({
      taskId: 'merged',
      removed: [],
      kept: ['pull request fabrique/merged of SocialGouv/domifa'],
    });
    task.checkpoints.clear();
    expect(await propose(task, 'fabrique/merged')).toMatchObject({
      url: `${actions.sandbox.urls.github}/SocialGouv/domifa`,
    });
    expect(task.log.at(-1)).toMatch(/nothing .* main has it all$/);
  });

  it.each([
    [
      'a branch of people',
      'people',
      "exists, and nothing says that it is SocialGouv/domifa's.",
    ],
    [
      'a pull request that people closed',
      'closed',
      'was closed without being merged. Reopen it, or delete its branch closed',
    ],
    [
      'a pull request of another application',
      'other',
      'belongs to SocialGouv/egapro. Choose another branch.',
    ],
  ])('leaves %s alone', async (_case, branch, message) => {
    const { object } = await github('GET', 'git/ref/heads/main');
    await github('POST', 'git/refs', {
      ref: `refs/heads/${branch}`,
      sha: object.sha,
    });
    await github('PUT', `contents/${branch}.md`, {
      branch,
      message: 'docs: x',
      content: 'eA==',
    });
    if (branch !== 'people') {
      const { number } = await github('POST', 'pulls', {
        head: branch,
        base: 'main',
        title: 'x',
        body: '<!-- {"fabrique-app":"SocialGouv/egapro"} -->',
      });
      if (branch === 'closed') {
        await github('PATCH', `pulls/${number}`, { state: 'closed' });
      }
    }
    const task = new TaskDouble(branch);
    writeFileSync(join(task.workspacePath, 'X.md'), 'x\n');
    await expect(propose(task, branch)).rejects.toThrow(message);
  });

  it('needs a repository that is there', async () => {
    await expect(
      new TaskDouble('nowhere').run(
        actions.action('fabrique:github:pull-request:ensure'),
        { name: 'not-there', branch: 'x', title: 'x' },
      ),
    ).rejects.toThrow(
      'stopped before anything was changed. The repository SocialGouv/not-there does not exist',
    );
    await expect(
      new TaskDouble('no-file').run(
        actions.action('fabrique:catalog:annotate'),
        { name: 'not-there', annotations: {} },
      ),
    ).rejects.toThrow(
      'fabrique:catalog:annotate could not look at catalog-info.yaml of SocialGouv/not-there: SocialGouv/not-there has no file catalog-info.yaml on its default branch. Add the application to the catalog first. Then run it again.',
    );
  });
});
