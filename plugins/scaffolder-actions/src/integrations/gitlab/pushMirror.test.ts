import { execFile } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { promisify } from 'util';
import { parse } from 'yaml';
import { startActions, StartedActions } from '../../__testUtils__/startActions';
import { TaskDouble } from '../../__testUtils__/TaskDouble';
import { mirrorWorkflowPath } from './toMirrorWorkflow';

jest.setTimeout(180_000);

const run = promisify(execFile);
const id = 'fabrique:gitlab:mirror:ensure';

describe('a mirror that GitHub pushes to, against the sandbox', () => {
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

  const ensure = (task: TaskDouble, name: string, isDryRun = false) =>
    task.run(actions.action(id), { name, mode: 'push' }, { isDryRun });
  const listBranches = async (url: string) =>
    (await run('git', ['ls-remote', '--heads', url])).stdout
      .split('\n')
      .flatMap(line => /refs\/heads\/(.*)$/.exec(line)?.[1] ?? []);

  /** Does what GitHub Actions do with the workflow. */
  async function runWorkflow(task: TaskDouble, name: string) {
    const workflow = parse(
      readFileSync(join(task.workspacePath, mirrorWorkflowPath), 'utf8'),
    );
    const [step] = workflow.jobs.mirror.steps;
    await run('rm', ['-rf', join(task.workspacePath, 'source.git')]);
    await run('bash', ['-c', step.run], {
      cwd: task.workspacePath,
      env: {
        ...process.env,
        MIRROR: step.env.MIRROR,
        MIRROR_TOKEN: 'sandbox-gitlab-token',
        SOURCE: `${actions.sandbox.urls.github}/SocialGouv/${name}.git`,
        SOURCE_TOKEN: 'sandbox-github-token',
      },
    });
  }

  it('is planned, made once, filled and pruned by its workflow, and undone', async () => {
    const name = 'pushed-app';
    const github = `${actions.sandbox.urls.github}/api/v3`;
    const headers = {
      authorization: 'Bearer sandbox-github-token',
      'content-type': 'application/json',
    };
    await fetch(`${github}/orgs/SocialGouv/repos`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name, auto_init: true }),
    });
    const main = await (
      await fetch(`${github}/repos/SocialGouv/${name}/git/ref/heads/main`, {
        headers,
      })
    ).json();
    await fetch(`${github}/repos/SocialGouv/${name}/git/refs`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ ref: 'refs/heads/feat/x', sha: main.object.sha }),
    });

    const before = await actions.readWrites();
    await ensure(new TaskDouble('dry'), name, true);
    expect(await actions.readWrites()).toEqual(before);

    const task = new TaskDouble('pushed');
    const outputs = await ensure(task, name);
    const mirror = `${actions.sandbox.urls.gitlab}/SocialGouv/${name}.git`;
    await runWorkflow(task, name);
    expect(await listBranches(mirror)).toEqual(['feat/x', 'main']);

    await fetch(`${github}/repos/SocialGouv/${name}/git/refs/heads/feat/x`, {
      method: 'DELETE',
      headers,
    });
    await runWorkflow(task, name);
    expect(await listBranches(mirror)).toEqual(['main']);

    const again = new TaskDouble('again');
    expect(await ensure(again, name)).toEqual(outputs);
    expect(again.log.join('\n')).toMatch(/nothing +GitLab project SocialGouv/);

    await new TaskDouble('undo').run(actions.action('fabrique:task:undo'), {
      taskId: 'pushed',
    });
    await expect(listBranches(mirror)).rejects.toThrow();
  });

  it('takes over from a pull mirror of the same repository, and leaves others alone', async () => {
    const task = new TaskDouble('switched');
    await ensure(task, 'domifa');
    expect(task.log.join('\n')).toMatch(
      /update +GitLab project SocialGouv\/domifa/,
    );
    const project = await (
      await fetch(
        `${actions.sandbox.urls.gitlab}/api/v4/projects/SocialGouv%2Fdomifa`,
        { headers: { 'private-token': 'sandbox-gitlab-token' } },
      )
    ).json();
    expect(project).toMatchObject({
      mirror: false,
      description: expect.stringMatching(/^Mirror of .*\/SocialGouv\/domifa, /),
    });
    await fetch(`${actions.sandbox.urls.gitlab}/api/v4/projects`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'private-token': 'sandbox-gitlab-token',
      },
      body: JSON.stringify({ name: 'by-hand' }),
    });
    await expect(ensure(new TaskDouble('stranger'), 'by-hand')).rejects.toThrow(
      "nothing says that it is SocialGouv/by-hand's",
    );
  });
});
