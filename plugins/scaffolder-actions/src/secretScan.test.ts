import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { AuditorService } from '@backstage/backend-plugin-api';
import { ServiceMock } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  dumpPortalDatabases,
  findTraces,
  readGitObjects,
  readKnownSecrets,
} from '@socialgouv/fabrique-sandbox/testing/secrets';
import { owner } from './__testUtils__/runWebAppSteps';
import { startActions, StartedActions } from './__testUtils__/startActions';
import { TaskDouble } from './__testUtils__/TaskDouble';
import { TaskPaused } from './ensure';

jest.setTimeout(240_000);

const name = 'coffre-fort';
const prod = { environments: ['prod'] };
const postgres = 'fabrique:azure:postgres:ensure';
const rotate = 'fabrique:secret:rotate';

/** Every action that makes or keeps a secret, with every place that it may go to. */
const runs: [action: string, input: JsonObject][] = [
  [
    'fabrique:app:ensure',
    {
      owner,
      environments: ['dev', 'prod'],
      wants: {
        sentry: true,
        postgres: true,
        blob: true,
        mail: true,
        repository: true,
        mirror: true,
      },
    },
  ],
  ['fabrique:kubernetes:namespace:ensure', { environment: 'prod' }],
  [
    'fabrique:sealed-secret:write',
    {
      environments: ['dev', 'preprod', 'prod'],
      secretName: 'session',
      generate: ['SESSION_KEY'],
    },
  ],
  [
    'fabrique:github:secret:ensure',
    {
      environment: 'production',
      generate: ['SESSION_KEY'],
      values: { PARTNER_KEY: 'typed-in-for-github' },
    },
  ],
  ['fabrique:gitlab:variable:ensure', { key: 'WEBHOOK_TOKEN' }],
  [
    'fabrique:gitlab:variable:ensure',
    { key: 'PARTNER_KEY', value: 'typed-in-for-gitlab', environment: 'prod' },
  ],
  [
    'fabrique:azure:key-vault-secret:ensure',
    { environment: 'prod', secret: 'session' },
  ],
  [
    'fabrique:azure:key-vault-secret:ensure',
    { environment: 'prod', secret: 'partner', value: 'typed-in-for-the-vault' },
  ],
  [postgres, { ...prod, name: 'serving-ml', sink: 'github-secret' }],
  [
    'fabrique:azure:blob:ensure',
    {
      ...prod,
      name: 'serving-ml',
      credentials: 'sas',
      sink: 'azure-key-vault',
    },
  ],
  [postgres, { ...prod, name: 'siret2idcc', sink: 'gitlab-variable' }],
  [
    'fabrique:kubernetes:namespace:ensure',
    { name: 'kept-app', environment: 'prod' },
  ],
  [postgres, { ...prod, name: 'kept-app', sink: 'kubernetes-secret' }],
  ['fabrique:azure:postgres-server:ensure', { ...prod, name: 'www' }],
  [
    postgres,
    { ...prod, name: 'www', server: 'dedicated', sink: 'azure-key-vault' },
  ],
  [rotate, { environment: 'prod' }],
  [rotate, { environment: 'dev', what: 'storage' }],
  [
    rotate,
    { environment: 'dev', what: 'storage', retire: true, deployed: true },
  ],
];

describe('the secrets of a full run, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions();
  });
  afterAll(() => actions?.stop());

  /** Keeps what an auditor is told. */
  function recordAudit(): string[] {
    const told: string[] = [];
    const write = async (event: unknown) => {
      told.push(
        JSON.stringify(event, (_key, value) =>
          value instanceof Error ? `${value.stack} ${value.cause}` : value,
        ),
      );
    };
    const auditor = actions.kernel.auditor as ServiceMock<AuditorService>;
    auditor.createEvent.mockImplementation(async event => {
      await write(event);
      return { success: write, fail: write };
    });
    return told;
  }

  async function run(task: TaskDouble, id: string, input: JsonObject) {
    const action = actions.action(id);
    try {
      return await task.run(action, { name, ...input });
    } catch (error) {
      if (!(error instanceof TaskPaused)) throw error;
      // Azure's minutes are over at once here.
      await actions.advanceClock(10 * 60_000);
      return task.run(action, { name, ...input });
    }
  }

  const listFiles = (tasks: TaskDouble[]) =>
    tasks.flatMap(({ workspacePath }) =>
      readdirSync(workspacePath, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name))
        .map(where => ({ where, text: readFileSync(where, 'utf8') })),
    );

  it('are in the places that are to keep them, and nowhere else', async () => {
    const { dataDir, portPrefix } = actions.sandbox;
    const before = await readKnownSecrets(
      dataDir,
      await readGitObjects(dataDir),
    );
    const audit = recordAudit();
    const tasks: TaskDouble[] = [];
    const outputs: JsonObject[] = [];
    for (const [id, input] of runs) {
      const task = new TaskDouble(`scan-${tasks.length}`);
      writeFileSync(join(task.workspacePath, 'README.md'), `# ${name}\n`);
      tasks.push(task);
      outputs.push(await run(task, id, input));
    }

    const git = await readGitObjects(dataDir);
    const files = listFiles(tasks);
    const { secrets, sealed } = await readKnownSecrets(dataDir, git, files);
    const known = new Set(before.secrets.map(({ value }) => value));
    const made = secrets.filter(({ value }) => !known.has(value));
    const counts: Record<string, number> = {};
    for (const { kind } of made) counts[kind] = (counts[kind] ?? 0) + 1;
    expect(counts).toEqual({
      // Of two environments, four other applications and one rotation.
      'database password': 7,
      // Two of each of three accounts, and one of before a rotation.
      'storage key': 7,
      'storage signature': 1,
      // That of the DSN, and the one that older programs send with it.
      'Sentry key': 2,
      // In development a mail catcher keeps what is sent.
      'Tipimail key': 1,
      'server administrator': 1,
      // Three sealed, and two each of GitHub, GitLab and the vault.
      'random value': 9,
    });

    const places = {
      'task logs': tasks.flatMap(({ log }) => log).join('\n'),
      checkpoints: tasks
        .flatMap(({ checkpoints }) => [...checkpoints].flat())
        .join('\n'),
      outputs: JSON.stringify(outputs),
      'audit events': audit.join('\n'),
      databases: await dumpPortalDatabases(portPrefix),
      // A mirror has the same objects as its source.
      'history of all repositories': [
        ...new Set(git.flatMap(({ objects }) => objects)),
      ].join('\n'),
      workspaces: files.map(({ text }) => text).join('\n'),
    };
    // What is no secret is found in each: all of them were read.
    const planted = { kind: 'no secret', where: 'here', value: name };
    expect(findTraces([...secrets, planted], places)).toEqual(
      Object.keys(places).map(place => ({
        place,
        kind: 'no secret',
        where: 'here',
        form: 'plain',
      })),
    );

    // Any namespace of the cluster that development and preproduction share; in production, its own.
    expect(
      [
        ...new Set(
          sealed.map(({ clusters, scope, otherScopes }) =>
            JSON.stringify([clusters, scope, otherScopes]),
          ),
        ),
      ].sort(),
    ).toEqual([
      JSON.stringify([['kubernetes-dev'], '', []]),
      JSON.stringify([['kubernetes-prod'], name, []]),
    ]);
  });
});
