import { rmSync, writeFileSync, mkdirSync } from 'fs';
import { join } from 'path';
import { JsonObject } from '@backstage/types';
import { Client } from 'pg';
import { toWebAppSteps } from './__testUtils__/runWebAppSteps';
import { startActions, StartedActions } from './__testUtils__/startActions';
import { Killed, TaskDouble } from './__testUtils__/TaskDouble';

jest.setTimeout(300_000);

describe('actions that are killed, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions();
  });
  afterAll(() => actions?.stop());

  /** Kills the action before and after each of its checkpoints in turn, and lets it end at last. */
  async function runWithKills(
    task: TaskDouble,
    id: string,
    input: JsonObject,
  ): Promise<{ outputs: JsonObject; kills: number }> {
    for (let kills = 0; ; kills += 1) {
      // A checkpoint that was stored before the kill is not met again, so the first is always next.
      task.killAt = { index: 0, moment: kills % 2 ? 'after' : 'before' };
      actions.restart();
      try {
        return { outputs: await task.run(actions.action(id), input), kills };
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        restoreWorkspace(task);
      }
    }
  }

  it('case 8: end as if nothing had happened, with one of everything', async () => {
    const names = ['undisturbed', 'interrupted'];
    const [undisturbed, interrupted] = names.map(() => new TaskDouble('t'));
    const kills: Record<string, number> = {};
    for (const task of [undisturbed, interrupted]) restoreWorkspace(task);

    const expected: JsonObject = {};
    for (const [id, input] of toWebAppSteps('undisturbed')) {
      expected[id] = await undisturbed.run(actions.action(id), input);
    }
    const outcome: JsonObject = {};
    for (const [id, input] of toWebAppSteps('interrupted')) {
      const run = await runWithKills(interrupted, id, input);
      outcome[id] = run.outputs;
      kills[id] = run.kills;
    }

    expect(withoutNumbers(outcome, 'interrupted')).toEqual(
      withoutNumbers(expected, 'undisturbed'),
    );
    // Two for each resource of an action.
    expect(kills).toEqual({
      'fabrique:names:compute': 0,
      'fabrique:ci:shared:write': 0,
      'fabrique:sentry:project:ensure': 10,
      'fabrique:matomo:site:ensure': 2,
      'fabrique:azure:postgres:ensure': 16,
      'fabrique:azure:blob:ensure': 16,
      'fabrique:github:repo:ensure': 10,
      'fabrique:gitlab:mirror:ensure': 4,
    });
    expect(await countAll(actions, 'interrupted')).toEqual(
      await countAll(actions, 'undisturbed'),
    );
    expect(await countAll(actions, 'interrupted')).toEqual({
      repositories: 1,
      commits: 1,
      mirrors: 1,
      databases: 3,
      roles: 3,
      sentryProjects: 1,
      matomoSites: 1,
    });
  });
});

/** What a portal has after a kill: the files of the steps before. */
function restoreWorkspace(task: TaskDouble): void {
  rmSync(task.workspacePath, { recursive: true, force: true });
  mkdirSync(task.workspacePath);
  writeFileSync(join(task.workspacePath, 'README.md'), '# Application\n');
}

function withoutNumbers(outputs: JsonObject, name: string): unknown {
  return JSON.parse(
    JSON.stringify(outputs)
      .replaceAll(name, '<name>')
      .replace(/"(siteId|projectId)":\d+/g, '"$1":"<number>"')
      .replace(/idSite=\d+/, 'idSite=<number>')
      .replace(/[0-9a-f]{40}/g, '<sha>'),
  );
}

/** How many of everything bear a name, asked of the upstreams themselves. */
async function countAll(actions: StartedActions, name: string) {
  const { urls, portPrefix } = actions.sandbox;
  const read = async (url: string, init?: RequestInit) => {
    const answer = await fetch(url, init);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return (await answer.json()) as { [key: string]: unknown }[];
  };
  const bearer = (token: string) => ({
    headers: { authorization: `Bearer ${token}` },
  });
  const named = (list: { [key: string]: unknown }[], key = 'name') =>
    list.filter(item => String(item[key]).startsWith(name)).length;
  const github = `${urls.github}/api/v3`;
  const gitlab = { headers: { 'private-token': 'sandbox-gitlab-token' } };
  const sites = await read(`${urls.matomo}/index.php`, {
    method: 'POST',
    body: new URLSearchParams({
      module: 'API',
      format: 'json',
      method: 'SitesManager.getSitesWithAdminAccess',
      token_auth: 'sandbox-matomo-token',
      filter_limit: '-1',
    }),
  });
  const admin = new Client({
    host: '127.0.0.1',
    port: Number(`${portPrefix}10`),
    user: 'fabriqueadmin',
    password: 'sandbox-postgres-admin',
    database: 'postgres',
  });
  await admin.connect();
  const count = async (from: string, column: string) => {
    const { rows } = await admin.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${from} WHERE ${column} ~ $1`,
      [`^${name}(_|$)`],
    );
    return rows[0].count;
  };
  try {
    return {
      repositories: named(
        await read(`${github}/orgs/SocialGouv/repos?per_page=100`),
      ),
      commits: (await read(`${github}/repos/SocialGouv/${name}/commits`))
        .length,
      mirrors: named(
        await read(
          `${urls.gitlab}/api/v4/groups/SocialGouv/projects?search=${name}`,
          gitlab,
        ),
      ),
      databases: await count('pg_database', 'datname'),
      roles: await count('pg_roles', 'rolname'),
      sentryProjects: named(
        await read(
          `${urls.sentry}/api/0/organizations/incubateur/projects/`,
          bearer('sandbox-sentry-token'),
        ),
        'slug',
      ),
      matomoSites: named(sites),
    };
  } finally {
    await admin.end();
  }
}
