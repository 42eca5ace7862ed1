import { expect, request as playwrightRequest, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Client } from 'pg';
import { OwnPortal } from './OwnPortal';
import { readTaskEvents, startWebAppTask, waitForTask } from './support/portal';
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
  '[mirror] created project',
];

test('a task goes on after the portal was killed, and makes one of each thing', async () => {
  test.setTimeout(420_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'fabrique-killed-'));
  const portal = new OwnPortal({ portPrefix: 93, dataDir });
  await portal.start();
  let request = await playwrightRequest.newContext({ baseURL: portal.url });
  try {
    const taskId = await startWebAppTask(request, answers);
    for (const line of killedAfter) {
      const client = request;
      await expect
        .poll(
          async () =>
            (
              await readTaskEvents(client, taskId)
            ).some(({ body }) => body.message?.includes(line)),
          { timeout: 90_000, intervals: [100] },
        )
        .toBe(true);
      await portal.killPortal();
      await client.dispose();
      await portal.start();
      request = await playwrightRequest.newContext({ baseURL: portal.url });
    }
    const task = await waitForTask(request, taskId, 180_000);
    expect(task.status, task.log).toBe('completed');
    // Each kill met the task at work: it was taken up again as often.
    expect(task.events.filter(({ type }) => type === 'recovered')).toHaveLength(
      killedAfter.length,
    );

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
    const sites = await request.post('http://127.0.0.1:9307/index.php', {
      form: {
        module: 'API',
        method: 'SitesManager.getSitesIdFromSiteUrl',
        url: `https://${answers.name}.prod2.fabrique.social.gouv.fr`,
        format: 'json',
        token_auth: 'sandbox-matomo-token',
      },
    });
    expect(await sites.json()).toHaveLength(1);

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
