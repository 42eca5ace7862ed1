import { execFile } from 'child_process';
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { promisify } from 'util';
import { JsonObject } from '@backstage/types';
import { mirrorWorkflowPath } from '../integrations/gitlab/toMirrorWorkflow';
import { owner } from '../__testUtils__/runWebAppSteps';
import { startActions, StartedActions } from '../__testUtils__/startActions';
import { readPlan } from '../__testUtils__/readPlan';
import { TaskDouble } from '../__testUtils__/TaskDouble';

jest.setTimeout(180_000);

const wants = {
  sentry: true,
  matomo: true,
  postgres: true,
  blob: true,
  repository: true,
  mirror: true,
  senderDomain: true,
  mail: true,
  folder: true,
  mailbox: true,
};

describe('fabrique:app:ensure, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions();
  });
  afterAll(() => actions?.stop());

  const run = (task: TaskDouble, name: string, isDryRun = false) => {
    writeFileSync(
      join(task.workspacePath, 'settings.env'),
      'SITE=@{matomo.siteId}\nPROJECT=@{sentry.projectSlug}\n',
    );
    return task.run(
      actions.action('fabrique:app:ensure'),
      {
        name,
        owner,
        description: 'Une application',
        environments: ['dev', 'prod'],
        extensions: ['pgcrypto'],
        contacts: ['camille.martin@fabrique.social.gouv.fr'],
        wants,
      },
      { isDryRun },
    );
  };

  it('shows one plan for all, and changes nothing in a dry run', async () => {
    const before = await actions.readWrites();
    const task = new TaskDouble('dry');
    await run(task, 'whole-app', true);
    expect(await actions.readWrites()).toEqual(before);
    expect(task.log[0]).toBe('Plan (dry run, nothing is changed):');
    const creating = task.log.flatMap(
      line => /^ {2}create +\[(\w+)\]/.exec(line)?.[1] ?? [],
    );
    expect([...new Set(creating)].sort()).toEqual(Object.keys(wants).sort());
  });

  it('makes everything, with what the parts gave in the first commit, and finds it again', async () => {
    const task = new TaskDouble('whole');
    const outputs = await run(task, 'whole-app');
    const { parts } = outputs as { parts: Record<string, any> };
    expect(Object.keys(parts).sort()).toEqual(Object.keys(wants).sort());

    const directory = join(actions.sandbox.dataDir, 'clone-whole');
    await promisify(execFile)('git', [
      'clone',
      '--quiet',
      parts.repository.cloneUrl,
      directory,
    ]);
    expect(readFileSync(join(directory, 'settings.env'), 'utf8')).toBe(
      `SITE=${parts.matomo.siteId}\nPROJECT=incubateur/whole-app\n`,
    );
    expect(
      (await actions.kernel.ledger.list({ taskId: 'whole' })).map(
        ({ type }) => type,
      ),
    ).toEqual(
      expect.arrayContaining([
        'sentry-project',
        'matomo-site',
        'postgres-database',
        'storage-account',
        'blob-container',
        'github-repository',
        'gitlab-project',
        'tipimail-domain',
        'tipimail-api-key',
        'nextcloud-folder',
        'office365-group',
      ]),
    );

    const again = new TaskDouble('again');
    expect(await run(again, 'whole-app')).toEqual(outputs);
    const verbs = again.log.flatMap(
      line => /^ {2}(\w+) +\[/.exec(line)?.[1] ?? [],
    );
    expect(new Set(verbs)).toEqual(new Set(['nothing']));
  });

  it('makes a mirror that GitHub pushes to first, so that its workflow is in the first commit', async () => {
    const task = new TaskDouble('pushed');
    const ask = (more: JsonObject) =>
      task.run(actions.action('fabrique:app:ensure'), {
        name: 'pushed-whole',
        owner,
        environments: ['prod'],
        wants: { repository: true, ...more },
      });
    writeFileSync(join(task.workspacePath, 'README.md'), '# Poussée\n');
    const { parts } = (await ask({ mirror: { mode: 'push' } })) as {
      parts: Record<string, any>;
    };
    const directory = join(actions.sandbox.dataDir, 'clone-pushed');
    await promisify(execFile)('git', [
      'clone',
      '--quiet',
      parts.repository.cloneUrl,
      directory,
    ]);
    expect(readFileSync(join(directory, mirrorWorkflowPath), 'utf8')).toContain(
      `${parts.mirror.url}.git`,
    );

    task.checkpoints.clear();
    task.log = [];
    await ask({ mirror: { mode: 'push' } });
    expect(readPlan(task)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^nothing \[mirror\] GitLab project SocialGouv/),
      ]),
    );
    expect(new Set(readPlan(task).map(line => line.split(' ')[0]))).toEqual(
      new Set(['nothing']),
    );
  });

  it('keeps what is made when a part fails, and goes on from there', async () => {
    const { control } = actions.sandbox.urls;
    await fetch(`${control}/_faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        upstream: 'sentry',
        match: { method: 'POST', path: '/teams/incubateur/domifa/projects/' },
        fault: {
          kind: 'status',
          status: 403,
          body: { detail: 'Your token may not create projects.' },
        },
      }),
    });
    const task = new TaskDouble('failing');
    await expect(run(task, 'half-app')).rejects.toThrow(
      'fabrique:app:ensure stopped at Sentry project incubateur/half-app: Sentry create project: HTTP 403 ("Your token may not create projects."). ' +
        "The portal's credentials do not allow this: the SRE team must extend their rights. Then run the task again: what exists is kept and the rest is made.",
    );
    // What does not need Sentry was made; what waits for it was not begun.
    const made = (await actions.kernel.ledger.list({ taskId: 'failing' })).map(
      ({ type }) => type,
    );
    expect(made).toEqual(expect.arrayContaining(['matomo-site']));
    expect(made).not.toContain('github-repository');
    // Read by somebody of a product team: what there is, what is missing, on and back.
    const said = task.log.slice(
      task.log.indexOf('What this task has made so far, in all its steps:'),
    );
    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^ {2}created {5}Matomo site half-app http:\/\/127\.0\.0\.1:\d+\/index\.php/,
        ),
        '  begun       Sentry project incubateur/half-app (it may be there in part, or not at all)',
        'What is still to be made:',
        '  repository SocialGouv/half-app',
        expect.stringMatching(/^To go on: mend the cause, and press/),
        '  https://portal.example/undo?failing',
      ]),
    );

    await fetch(`${control}/_faults`, { method: 'DELETE' });
    const outputs = await run(task, 'half-app');
    expect(Object.keys(outputs.parts as object).sort()).toEqual(
      Object.keys(wants).sort(),
    );
  });
});
