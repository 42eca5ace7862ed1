import { readFileSync } from 'fs';
import { setTimeout as sleep } from 'timers/promises';
import {
  BlobServiceClient,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { JsonObject } from '@backstage/types';
import { Client } from 'pg';
import {
  LiveSink,
  liveSinks,
  readSink,
  sinkWrites,
} from '../__testUtils__/readSink';
import { startActions, StartedActions } from '../__testUtils__/startActions';
import { Killed, TaskDouble } from '../__testUtils__/TaskDouble';

jest.setTimeout(300_000);

const action = 'fabrique:secret:rotate';
/** One application for each sink, as the makers of the secrets leave a sink alone that has them. */
const names: Record<LiveSink, string> = {
  'gitlab-variable': 'turns-gitlab',
  'github-secret': 'turns-github',
  'kubernetes-secret': 'turns-cluster',
  'azure-key-vault': 'turns-vault',
};

describe('fabrique:secret:rotate in places that are read all the time, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions();
    await makePlaces();
  });
  afterAll(() => actions?.stop());

  const run = (
    task: TaskDouble,
    sink: LiveSink,
    input: JsonObject,
    id = action,
  ) => task.run(actions.action(id), { name: names[sink], sink, ...input });

  it.each(liveSinks)(
    '%s: the address of the database that it holds works at every moment',
    async sink => {
      await run(
        new TaskDouble(`made-${sink}`),
        sink,
        { environments: ['prod'] },
        'fabrique:azure:postgres:ensure',
      );
      const secret = { name: names[sink], secretName: 'azure-pg-user' };
      const ca = readFileSync(actions.sandbox.caCertificatePath, 'utf8');
      const seen = new Set<string>();
      const reader = startReader(async () => {
        const { DATABASE_URL } = await readSink(actions, sink, secret);
        const address = new URL(DATABASE_URL);
        address.search = '';
        seen.add(address.password);
        const client = new Client({
          connectionString: address.href,
          ssl: { ca },
        });
        client.on('error', () => undefined);
        await client.connect();
        try {
          await client.query('SELECT 1');
        } finally {
          await client.end();
        }
      });
      const tasks = ['undisturbed', 'killed', 'refused'].map(
        round => new TaskDouble(`${round}-${sink}`),
      );
      const input = { environment: 'prod' };
      try {
        const [undisturbed, killed, refused] = tasks;
        const first = await run(undisturbed, sink, input);
        expect(first).toMatchObject({
          inUse: `${names[sink]}_2`,
          secrets: [{ sink }],
        });
        await reader.settle();

        const second = await runWithKills(killed, sink, input, reader.settle);
        expect(second).toMatchObject({ inUse: names[sink] });
        const { PGUSER, PGPASSWORD, DATABASE_URL } = await readSink(
          actions,
          sink,
          secret,
        );
        expect(PGUSER).toBe(names[sink]);
        expect(new URL(DATABASE_URL).password).toBe(PGPASSWORD);

        const third = await runRefused(() => refused, sink, input, reader);
        expect(third).toMatchObject({ inUse: `${names[sink]}_2` });
      } finally {
        await reader.end();
      }
      expect(reader.failures).toEqual([]);
      // A password for each of three rotations at least, after the first one.
      expect(seen.size).toBeGreaterThanOrEqual(4);
      const said = JSON.stringify(
        tasks.map(({ log, checkpoints }) => [log, [...checkpoints.values()]]),
      );
      expect([...seen].filter(password => said.includes(password))).toEqual([]);
    },
  );

  it.each(liveSinks)(
    '%s: the key of the storage account that it holds works at every moment',
    async sink => {
      await run(
        new TaskDouble(`storage-${sink}`),
        sink,
        { environments: ['prod'] },
        'fabrique:azure:blob:ensure',
      );
      const account = `${names[sink].replace('-', '')}prod`;
      const secret = {
        name: names[sink],
        secretName: `azure-${account}-volume`,
      };
      const seen = new Set<string>();
      const reader = startReader(async () => {
        const held = await readSink(actions, sink, secret);
        seen.add(held.AZURESTORAGEACCOUNTKEY);
        const client = new BlobServiceClient(
          `${actions.sandbox.urls.blob}/${account}`,
          new StorageSharedKeyCredential(
            held.AZURESTORAGEACCOUNTNAME,
            held.AZURESTORAGEACCOUNTKEY,
          ),
          { retryOptions: { maxTries: 1 } },
        );
        await client.getContainerClient(names[sink]).exists();
      });
      const input = { what: 'storage', environment: 'prod' };
      const deployed = { ...input, deployed: true };
      try {
        const first = new TaskDouble(`key-${sink}`);
        expect(await run(first, sink, input)).toMatchObject({ inUse: 'key2' });
        await reader.settle();
        await run(new TaskDouble(`key-retired-${sink}`), sink, {
          ...deployed,
          retire: true,
        });
        await reader.settle();

        const killed = new TaskDouble(`key-killed-${sink}`);
        expect(
          await runWithKills(killed, sink, deployed, reader.settle),
        ).toMatchObject({ inUse: 'key1' });

        // Another task goes on as well.
        let tries = 0;
        const newTask = () => {
          tries += 1;
          return new TaskDouble(`key-refused-${sink}-${tries}`);
        };
        expect(await runRefused(newTask, sink, deployed, reader)).toMatchObject(
          { inUse: 'key2' },
        );
        expect(tries).toBeGreaterThan(1);
      } finally {
        await reader.end();
      }
      expect(reader.failures).toEqual([]);
      expect(seen.size).toBeGreaterThanOrEqual(4);
    },
  );

  /** Kills the action before and after each of its checkpoints in turn, and lets it end at last. */
  async function runWithKills(
    task: TaskDouble,
    sink: LiveSink,
    input: JsonObject,
    settle: () => Promise<void>,
  ): Promise<JsonObject> {
    for (let kills = 0; ; kills += 1) {
      task.killAt = { index: 0, moment: kills % 2 ? 'after' : 'before' };
      actions.restart();
      try {
        const outputs = await run(task, sink, input);
        expect(kills).toBeGreaterThan(4);
        await settle();
        return outputs;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        await settle();
      }
    }
  }

  /** Has the sink refuse its first write, then its second and so on, until it refuses none. */
  async function runRefused(
    toTask: () => TaskDouble,
    sink: LiveSink,
    input: JsonObject,
    { settle }: { settle(): Promise<void> },
  ): Promise<JsonObject> {
    const control = `${actions.sandbox.urls.control}/_faults`;
    for (let after = 0; ; after += 1) {
      await fetch(control, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...sinkWrites[sink],
          fault: { kind: 'status', status: 403 },
          after,
          times: 1,
        }),
      });
      try {
        const outputs = await run(toTask(), sink, input);
        expect(after).toBeGreaterThan(0);
        await settle();
        return outputs;
      } catch (error) {
        expect(String(error)).toContain('credentials do not allow this');
        await settle();
      } finally {
        await fetch(control, { method: 'DELETE' });
      }
    }
  }

  /** The repository, the project and the namespace into which secrets go. */
  async function makePlaces(): Promise<void> {
    const { urls } = actions.sandbox;
    const post = async (url: string, headers: object, body: object) => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      if (!answer.ok) {
        throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
      }
    };
    await post(
      `${urls.github}/api/v3/orgs/SocialGouv/repos`,
      { authorization: 'Bearer sandbox-github-token' },
      { name: names['github-secret'] },
    );
    const groups = await fetch(`${urls.gitlab}/api/v4/groups/SocialGouv`, {
      headers: { 'private-token': 'sandbox-gitlab-token' },
    });
    const { id } = (await groups.json()) as { id: number };
    await post(
      `${urls.gitlab}/api/v4/projects`,
      { 'private-token': 'sandbox-gitlab-token' },
      {
        name: names['gitlab-variable'],
        path: names['gitlab-variable'],
        namespace_id: id,
      },
    );
    await new TaskDouble('namespace').run(
      actions.action('fabrique:kubernetes:namespace:ensure'),
      { name: names['kubernetes-secret'], environment: 'prod' },
    );
  }
});

/** Does something again and again, and keeps what went wrong. */
function startReader(use: () => Promise<void>) {
  const failures: string[] = [];
  let uses = 0;
  let isOver = false;
  const work = (async () => {
    while (!isOver) {
      await use().catch(error => failures.push(String(error)));
      uses += 1;
      await sleep(5);
    }
  })();
  return {
    failures,
    /** Waits until what was read before has been used, and more was. */
    async settle() {
      const wanted = uses + 3;
      while (uses < wanted) await sleep(5);
    },
    async end() {
      isOver = true;
      await work;
    },
  };
}
