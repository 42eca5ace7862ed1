import { execFile } from 'child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { promisify } from 'util';
import { JsonObject } from '@backstage/types';
import { SealedSecret } from '@socialgouv/backstage-plugin-fabrique-node';
import { Client } from 'pg';
import { parse } from 'yaml';
import {
  openSealedSecret,
  readSealingKeys,
} from './__testUtils__/openSealedSecrets';
import { runWebAppSteps } from './__testUtils__/runWebAppSteps';
import { startActions, StartedActions } from './__testUtils__/startActions';
import { TaskDouble } from './__testUtils__/TaskDouble';
import { TaskPaused } from './ensure';

jest.setTimeout(180_000);

const name = 'mon-service';
const siteUrl = `https://${name}.prod2.fabrique.social.gouv.fr`;

function listPlanVerbs(log: string[]): string[] {
  return log
    .map(line => /^ {2}(create|adopt|update|nothing|conflict) /.exec(line)?.[1])
    .filter(verb => verb !== undefined);
}

describe('a whole application, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions();
  });
  afterAll(() => actions?.stop());

  // The process that serves git must not wait for it.
  const run = async (...args: string[]) =>
    (await promisify(execFile)('git', args)).stdout.trim();
  const clone = async (url: string) => {
    const directory = join(actions.sandbox.dataDir, `clone-${Date.now()}`);
    await run('clone', '--quiet', url, directory);
    return directory;
  };
  const git = (directory: string, ...args: string[]) =>
    run('-C', directory, ...args);
  const open = (directory: string, environment: string, secret: string) =>
    openSealedSecret(
      parse(
        readFileSync(
          join(
            directory,
            `.socialgouv/environments/${environment}/${secret}.sealed-secret.yaml`,
          ),
          'utf8',
        ),
      ) as SealedSecret,
      readSealingKeys(actions.sandbox.dataDir),
    );

  it('is planned and not made in a dry run', async () => {
    const before = await actions.readWrites();
    const task = new TaskDouble('dry-run');

    const outputs = await runWebAppSteps(actions, task, name, {
      isDryRun: true,
    });

    expect(await actions.readWrites()).toEqual(before);
    expect(await actions.findSite(siteUrl)).toBeUndefined();
    expect(
      listPlanVerbs(task.log).filter(verb => verb === 'create').length,
    ).toBeGreaterThan(20);
    expect(Object.keys(outputs)).toHaveLength(8);
    expect(task.checkpoints.size).toBe(0);
  });

  it('case 11: is made, found again by the next run, and has its secrets in its cluster alone', async () => {
    const task = new TaskDouble('first');
    const first = await runWebAppSteps(actions, task, name);

    const directory = await clone(
      `${actions.sandbox.urls.github}/SocialGouv/${name}`,
    );
    const mirror = await clone(
      `${actions.sandbox.urls.gitlab}/SocialGouv/${name}.git`,
    );
    const head = await git(directory, 'rev-parse', 'HEAD');
    expect(first['fabrique:github:repo:ensure'].commitSha).toBe(head);
    expect(await git(mirror, 'rev-parse', 'HEAD')).toBe(head);
    expect(await git(directory, 'rev-list', '--count', '--all')).toBe('1');

    const secrets = new Set<string>();
    for (const environment of ['dev', 'preprod', 'prod']) {
      const stage = environment === 'prod' ? 'prod' : 'dev';
      const database = open(directory, environment, 'azure-pg-user');
      const volume = open(
        directory,
        environment,
        `azure-monservice${stage}-volume`,
      );
      const { SENTRY_DSN } = open(directory, environment, 'sentry');
      await useDatabase(database, actions.sandbox.caCertificatePath);
      expect(database.PGPASSWORD).toMatch(/^[A-Za-z0-9-]{38,}$/);
      expect(volume.azurestorageaccountname).toBe(`monservice${stage}`);
      expect(SENTRY_DSN).toMatch(/^https?:\/\/[0-9a-f]{32}@/);
      secrets
        .add(database.PGPASSWORD)
        .add(volume.azurestorageaccountkey)
        .add(SENTRY_DSN);
    }
    expect(secrets.size).toBe(3 + 2 + 1);

    const writesBefore = await actions.readWrites();
    const again = new TaskDouble('second');
    actions.restart();
    const second = await runWebAppSteps(actions, again, name);

    expect(second).toEqual(first);
    expect(await actions.findSite(siteUrl)).toBe(
      first['fabrique:matomo:site:ensure'].siteId,
    );
    expect(new Set(listPlanVerbs(again.log).slice(1))).toEqual(
      new Set(['nothing']),
    );
    expect((await actions.readWrites()).slice(writesBefore.length)).toEqual([]);

    const traces = [
      ...task.log,
      ...again.log,
      ...task.checkpoints.values(),
      ...again.checkpoints.values(),
      JSON.stringify([first, second]),
      await git(directory, 'log', '--all', '-p'),
    ].join('\n');
    for (const secret of secrets) expect(traces).not.toContain(secret);
    for (const secret of ['sandbox-azure-secret', 'sandbox-github-token']) {
      expect(traces).not.toContain(secret);
    }
  });

  it('case 10: is completed where its repository and its project exist and are empty', async () => {
    const { urls } = actions.sandbox;
    const send = async (url: string, headers: object, body?: object) => {
      const answer = await fetch(url, {
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', ...headers },
        body: body && JSON.stringify(body),
      });
      expect(answer.ok).toBe(true);
      return (await answer.json()) as { id: number };
    };
    const empty = 'was-empty';
    const github = { authorization: 'Bearer sandbox-github-token' };
    const org = `${urls.github}/api/v3/orgs/SocialGouv`;
    const team = await send(`${org}/teams/domifa`, github);
    await send(`${org}/repos`, github, { name: empty, team_id: team.id });
    const gitlab = { 'private-token': 'sandbox-gitlab-token' };
    const group = await send(`${urls.gitlab}/api/v4/groups/SocialGouv`, gitlab);
    await send(`${urls.gitlab}/api/v4/projects`, gitlab, {
      name: empty,
      path: empty,
      namespace_id: group.id,
      import_url: `${urls.github}/SocialGouv/${empty}.git`,
    });

    const outputs = await runWebAppSteps(
      actions,
      new TaskDouble('empty'),
      empty,
    );

    for (const url of [urls.github, urls.gitlab]) {
      const directory = await clone(`${url}/SocialGouv/${empty}.git`);
      expect(await git(directory, 'rev-parse', 'HEAD')).toBe(
        outputs['fabrique:github:repo:ensure'].commitSha,
      );
    }
  });

  it('can be made from every documented example', async () => {
    const task = new TaskDouble('examples');
    mkdirSync(join(task.workspacePath, 'api'));
    writeFileSync(join(task.workspacePath, 'api', 'README.md'), '# API\n');
    writeFileSync(
      join(task.workspacePath, '.gitlab-ci.yml'),
      'check:\n  script: ["true"]\n',
    );

    for (const action of actions.all()) {
      expect(action.examples?.length).toBeGreaterThanOrEqual(2);
      for (const { example, description } of action.examples ?? []) {
        const { steps } = parse(example);
        expect({ description, action: steps[0].action }).toEqual({
          description,
          action: action.id,
        });
        task.checkpoints.clear();
        // A task that made something can be undone, once.
        if (action.id === 'fabrique:task:undo') {
          await new TaskDouble(steps[0].input.taskId).run(
            actions.action('fabrique:matomo:site:ensure'),
            { name: 'to-undo', url: 'https://to-undo.example' },
          );
        }
        const outputs = await runToItsEnd(
          actions,
          task,
          action,
          steps[0].input,
        );
        const { properties = {}, required = [] } = action.schema?.output ?? {};
        const optional = Object.keys(properties).filter(
          key => !(required as string[]).includes(key),
        );
        expect(
          [...new Set([...Object.keys(outputs), ...optional])].sort(),
        ).toEqual(Object.keys(properties).sort());
      }
    }
  });
});

/** What an application does first with its database. */
async function useDatabase(
  secret: Record<string, string>,
  caCertificatePath: string,
): Promise<void> {
  const client = new Client({
    host: secret.PGHOST,
    port: Number(secret.PGPORT),
    user: secret.PGUSER,
    password: secret.PGPASSWORD,
    database: secret.PGDATABASE,
    ssl: { ca: readFileSync(caCertificatePath, 'utf8') },
  });
  await client.connect();
  try {
    await client.query('CREATE TABLE visits (at timestamptz)');
    await client.query("SELECT digest('x', 'sha256')");
    const { rows } = await client.query(
      'SELECT current_user AS "user", count(*)::int AS count FROM visits',
    );
    expect(rows).toEqual([{ user: secret.PGUSER, count: 0 }]);
  } finally {
    await client.end();
  }
}

/** Goes on with a task that waits for Azure, whose minutes are over at once here. */
async function runToItsEnd(
  actions: StartedActions,
  task: TaskDouble,
  ...[action, input]: Parameters<TaskDouble['run']>
): Promise<JsonObject> {
  try {
    return await task.run(action, input);
  } catch (error) {
    if (!(error instanceof TaskPaused)) throw error;
    await actions.advanceClock(10 * 60_000);
    return task.run(action, input);
  }
}
