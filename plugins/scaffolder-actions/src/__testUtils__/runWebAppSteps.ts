import { writeFile } from 'fs/promises';
import { join } from 'path';
import { JsonObject } from '@backstage/types';
import { StartedActions } from './startActions';
import { TaskDouble } from './TaskDouble';

/** The team of all applications of the tests. */
export const owner = 'group:default/domifa';

/** Steps of the web-app template, as action id and input. */
export function toWebAppSteps(name: string): [string, JsonObject][] {
  const environments = ['dev', 'preprod', 'prod'];
  return [
    ['fabrique:names:compute', { name, owner }],
    ['fabrique:ci:shared:write', {}],
    ['fabrique:sentry:project:ensure', { name, owner }],
    [
      'fabrique:matomo:site:ensure',
      { name, url: `https://${name}.prod2.fabrique.social.gouv.fr` },
    ],
    [
      'fabrique:azure:postgres:ensure',
      { name, environments, extensions: ['pgcrypto'] },
    ],
    ['fabrique:azure:blob:ensure', { name, environments }],
    [
      'fabrique:github:repo:ensure',
      { name, owner, description: 'Une application', topics: ['dsfr'] },
    ],
    ['fabrique:gitlab:mirror:ensure', { name }],
  ];
}

/** Runs all steps in one task, and gives their outputs by action. */
export async function runWebAppSteps(
  actions: StartedActions,
  task: TaskDouble,
  name: string,
  options: { isDryRun?: boolean } = {},
): Promise<Record<string, JsonObject>> {
  await writeFile(join(task.workspacePath, 'README.md'), `# ${name}\n`);
  const outputs: Record<string, JsonObject> = {};
  for (const [id, input] of toWebAppSteps(name)) {
    outputs[id] = await task.run(actions.action(id), input, options);
  }
  return outputs;
}
