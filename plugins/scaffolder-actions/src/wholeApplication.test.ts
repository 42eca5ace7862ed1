import { mkdir, readFile, writeFile } from 'fs/promises';
import { join } from 'path';
import { JsonObject } from '@backstage/types';
import { startActions, StartedActions } from './testUtils/startActions';
import { TaskDouble } from './testUtils/TaskDouble';

jest.setTimeout(180_000);

const owner = 'group:default/domifa';

/** The steps of the web-app template, without those that only write files. */
async function runAll(
  actions: StartedActions,
  task: TaskDouble,
  name: string,
  options: { isDryRun?: boolean } = {},
): Promise<Record<string, JsonObject>> {
  const run = (id: string, input: JsonObject) =>
    task.run(actions.action(`fabrique:${id}`), input, options);
  const environments = ['dev', 'preprod', 'prod'];
  const names = await run('names:compute', { name, owner });
  await writeFile(join(task.workspacePath, 'README.md'), `# ${name}\n`);
  const ci = await run('ci:shared:write', {});
  const sentry = await run('sentry:project:ensure', { name, owner });
  const postgres = await run('azure:postgres:ensure', {
    name,
    environments,
    extensions: ['pgcrypto'],
  });
  const blob = await run('azure:blob:ensure', { name, environments });
  const github = await run('github:repo:ensure', {
    name,
    owner,
    description: 'Une application',
    topics: ['dsfr'],
  });
  const gitlab = await run('gitlab:mirror:ensure', { name });
  return { names, ci, sentry, postgres, blob, github, gitlab };
}

describe('a whole application, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions();
  });
  afterAll(() => actions?.stop());

  it('is created', async () => {
    const task = new TaskDouble();
    const outputs = await runAll(actions, task, 'mon-app');
    console.info(task.log.join('\n'), JSON.stringify(outputs, null, 1));
  });
});
