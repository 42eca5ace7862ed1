import { expect, request as playwrightRequest, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Client } from 'pg';
import { stringify } from 'yaml';
import { OwnPortal } from './OwnPortal';
import { startTask, startWebAppTask, waitForTask } from './support/portal';
import { registerEntity } from './support/registerEntity';
import { run } from './support/run';

const answers = {
  name: 'sans-relache',
  title: 'Sans relâche',
  description: 'Une application dont la création est interrompue.',
  owner: 'group:default/domifa',
  environments: ['prod'],
  database: true,
  storage: true,
  extensions: [],
};

/** Lines of the log after which the portal is killed, one after the other in one run. */
const killedAfter = [
  '[postgres] created database',
  '[repository] created repository',
  '[mirror] created GitLab project',
];

const twoNames = ['premiere-moitie', 'seconde-moitie'];

/** One step for each name. */
const eachTemplate = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'deux-noms', title: 'Deux noms' },
  spec: {
    owner: 'group:default/domifa',
    type: 'service',
    steps: [
      {
        id: 'databases',
        name: 'Databases',
        each: '${{ parameters.names }}',
        action: 'fabrique:azure:postgres:ensure',
        input: { name: '${{ each.value }}', environments: ['dev'] },
      },
      {
        id: 'sites',
        name: 'Sites',
        each: '${{ parameters.names }}',
        action: 'fabrique:matomo:site:ensure',
        input: {
          name: '${{ each.value }}',
          url: 'https://${{ each.value }}.fabrique.social.gouv.fr',
        },
      },
    ],
    output: {
      databases: '${{ steps.databases.output.databases }}',
      siteIds: '${{ steps.sites.output.siteId }}',
    },
  },
};

/** All of them, as the scaffolder keeps them: of a task that goes on, it shows those since it was taken up. */
async function readAllEvents(
  taskId: string,
): Promise<{ type: string; body: string }[]> {
  const client = new Client({
    host: '127.0.0.1',
    port: 9310,
    user: 'portal',
    password: 'portal',
    database: 'backstage_plugin_scaffolder',
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ type: string; body: string }>(
      'SELECT event_type AS type, body FROM task_events WHERE task_id = $1',
      [taskId],
    );
    return rows;
  } finally {
    await client.end();
  }
}

test('tasks go on after the portal was killed, make one of each thing, and swap no results', async () => {
  test.setTimeout(540_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'fabrique-killed-'));
  const portal = new OwnPortal({ portPrefix: 93, dataDir });
  await portal.start();
  let request = await playwrightRequest.newContext({ baseURL: portal.url });
  const killAfterLine = async (taskId: string, line: string) => {
    const client = request;
    await expect
      .poll(
        async () =>
          (await readAllEvents(taskId)).some(({ body }) => body.includes(line)),
        { timeout: 90_000, intervals: [100] },
      )
      .toBe(true);
    await portal.killPortal();
    await client.dispose();
    await portal.start();
    request = await playwrightRequest.newContext({ baseURL: portal.url });
  };
  const findSites = async (host: string): Promise<{ idsite: number }[]> => {
    const answer = await request.post('http://127.0.0.1:9307/index.php', {
      form: {
        module: 'API',
        method: 'SitesManager.getSitesIdFromSiteUrl',
        url: `https://${host}`,
        format: 'json',
        token_auth: 'sandbox-matomo-token',
      },
    });
    return answer.json();
  };
  try {
    await registerEntity(
      request,
      'deux-noms',
      stringify(eachTemplate),
      'http://127.0.0.1:9301',
    );
    let eachId = '';
    await expect(async () => {
      eachId = await startTask(request, 'template:default/deux-noms', {
        names: twoNames,
      });
    }).toPass({ timeout: 60_000 });
    // The first name has its database, the second has not.
    await killAfterLine(eachId, 'created database');

    const taskId = await startWebAppTask(request, answers);
    for (const line of killedAfter) await killAfterLine(taskId, line);

    const each = await waitForTask(request, eachId);
    expect(each.status, each.log).toBe('completed');
    expect(each.events.some(({ type }) => type === 'recovered')).toBe(true);
    const { output } = each.events.find(({ type }) => type === 'completion')!
      .body as unknown as {
      output: { databases: { database: string }[][]; siteIds: number[] };
    };
    expect(
      output.databases.map(([{ database }]) => database.replace(/_dev$/, '')),
    ).toEqual(twoNames);
    for (const [index, name] of twoNames.entries()) {
      expect(
        (await findSites(`${name}.fabrique.social.gouv.fr`)).map(({ idsite }) =>
          Number(idsite),
        ),
      ).toEqual([output.siteIds[index]]);
    }

    const task = await waitForTask(request, taskId, 180_000);
    expect(task.status, task.log).toBe('completed');
    // Each kill met the task at work: it was taken up again as often.
    expect(
      (await readAllEvents(taskId)).filter(({ type }) => type === 'recovered'),
    ).toHaveLength(killedAfter.length);

    const sandbox = (suffix: string, path: string, token: string) =>
      request.get(`http://127.0.0.1:93${suffix}${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
    const repositories = await (
      await sandbox(
        '01',
        '/api/v3/orgs/SocialGouv/repos?per_page=100',
        'sandbox-github-token',
      )
    ).json();
    const projects = await (
      await sandbox(
        '02',
        `/api/v4/projects?search=${answers.name}`,
        'sandbox-gitlab-token',
      )
    ).json();
    const isOurs = ({ name }: { name: string }) =>
      name.startsWith(answers.name);
    expect(repositories.filter(isOurs)).toHaveLength(1);
    expect(projects.filter(isOurs)).toHaveLength(1);
    expect(
      await run('git', [
        'ls-remote',
        `http://127.0.0.1:9301/SocialGouv/${answers.name}.git`,
        'HEAD',
      ]),
    ).toBe(
      await run('git', [
        'ls-remote',
        `http://127.0.0.1:9302/SocialGouv/${answers.name}.git`,
        'HEAD',
      ]),
    );
    expect(
      await findSites(`${answers.name}.prod2.fabrique.social.gouv.fr`),
    ).toHaveLength(1);

    const client = new Client({
      host: '127.0.0.1',
      port: 9310,
      user: 'portal',
      password: 'portal',
      database: 'postgres',
    });
    await client.connect();
    const { rows } = await client.query(
      `SELECT datname FROM pg_database WHERE datname LIKE '${answers.name}%'`,
    );
    await client.end();
    expect(rows).toEqual([{ datname: answers.name }]);
  } finally {
    await request.dispose();
    await portal.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
