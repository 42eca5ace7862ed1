import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FleetQuery } from '@socialgouv/backstage-plugin-fabrique-common';
import { startTestSandbox, TestSandbox } from '@socialgouv/fabrique-sandbox';
import createKnex, { Knex } from 'knex';
import { openDatabase } from '../database/openDatabase';
import { component, service } from './__testUtils__/startFleet';
import { FleetReader, VisibleRefs } from './FleetReader';
import { FleetStore } from './FleetStore';
import { walkCatalog } from './walkCatalog';

jest.setTimeout(180_000);

const componentCount = 10_000;
/** Ten times what two busy cores take, so that no machine fails it, and a plan that goes wrong does. */
const longestMs = 2_000;
const ids = [...Array(12).keys()].map(i => `service-${i}`);
const providers = ids.map(id => service(id, () => []));
const environments = ['prod'] as const;

function toEntity(index: number): Entity {
  return component(`app-${String(index).padStart(5, '0')}`, {
    title: `Application n° ${index} à l'été`,
    owner: `team-${index % 300}`,
    system: `product-${index % 700}`,
    annotations: Object.fromEntries(
      ids
        .filter((_, i) => (index + i) % 3 > 0)
        .map(id => [`${id}.io/path`, `${index}`]),
    ),
  });
}

describe('a fleet of 10,000 components, on Postgres', () => {
  let sandbox: TestSandbox;
  let client: Knex;
  let store: FleetStore;
  let reader: FleetReader;
  beforeAll(async () => {
    sandbox = await startTestSandbox(['postgres']);
    client = createKnex({
      client: 'pg',
      connection: {
        host: '127.0.0.1',
        port: Number(new URL(sandbox.urls.postgres).port),
        user: 'portal',
        password: 'portal',
        database: 'portal',
      },
    });
    await openDatabase(mockServices.database({ knex: client }));
    store = new FleetStore(client);
    reader = new FleetReader({ client, environments, connected: ids });
  });
  afterAll(async () => {
    await client?.destroy();
    await sandbox?.remove();
  });

  const walk = () =>
    walkCatalog({
      auth: mockServices.auth(),
      catalog: catalogServiceMock.mock({
        async *streamEntities(request) {
          const size = request!.pageSize!;
          for (let from = 0; from < componentCount; from += size) {
            yield [...Array(size).keys()].map(i => toEntity(from + i));
          }
        },
      }),
      environments,
      providers,
      signal: new AbortController().signal,
      store,
    });

  it('takes the catalog over page by page, and writes what did not change no more', async () => {
    expect(await walk()).toBe(componentCount);
    const rows = await client('fleet_services').count({ count: '*' }).first();
    expect(Number(rows!.count)).toBe(80_000);

    // Answers in all states, as years of rounds leave them.
    await client.raw(`
      update fleet_services set
        state = case when hash % 20 = 0 then 'failed' else 'ok' end,
        failure_kind = case when hash % 20 = 0 then 'timeout' end,
        level = case when hash % 20 = 0 then null when hash % 97 = 1 then 'problem' when hash % 31 = 1 then 'attention' else 'ok' end,
        rank = case when hash % 20 = 0 then 2 when hash % 97 = 1 then 0 when hash % 31 = 1 then 1 else 4 end,
        fetched_at = now(), answered_at = now(), due_at = now() + (hash % 3600) * interval '1 second'
      from (select ctid as id, abs(hashtext(entity_ref || service)) as hash from fleet_services) hashes
      where hashes.id = fleet_services.ctid`);
    await client.raw(`
      update fleet_components c set rank = s.rank, problem_count = s.problems, attention_count = s.attentions
      from (
        select environment, entity_ref, min(rank) as rank, count(*) filter (where rank = 0) as problems, count(*) filter (where rank = 1) as attentions
        from fleet_services group by 1, 2
      ) s
      where s.environment = c.environment and s.entity_ref = c.entity_ref`);
    await client.raw('analyze');

    await walk();
    const pending = await client('fleet_services')
      .where({ state: 'pending' })
      .first();
    expect(pending).toBeUndefined();
  });

  it('answers every question of the page in a moment', async () => {
    const most = [...Array(componentCount - 1).keys()].map(
      i => `component:default/app-${String(i + 1).padStart(5, '0')}`,
    );
    const questions: [string, Partial<FleetQuery>, VisibleRefs?][] = [
      ['worst first', {}],
      ['last page', { offset: 9_900 }],
      ['owner', { owners: ['group:default/team-7'] }],
      ['text', { text: 'Application n° 12' }],
      ['services', { services: ['service-3', 'service-4'] }],
      ['sort by a service', { sort: 'service-5', descending: true }],
      ['sort by title', { sort: 'title' }],
      ['levels', { levels: ['unknown'] }],
      ['reader with conditions', {}, most],
    ];
    const readings = questions.map(
      ([name, query, visible = 'all']) =>
        [
          name,
          async () => {
            const page = await reader.readPage(
              { environment: 'prod', limit: 200, ...query },
              visible,
            );
            return page.rows.length;
          },
        ] as const,
    );
    const refsOfCsv = async () =>
      (await reader.listRefs({ environment: 'prod' }, 'all')).length;
    const inHalfAnHour = new Date(Date.now() + 1_800_000);
    const due = async () =>
      (await store.listDue('service-1', { now: inHalfAnHour, limit: 60 }))
        .length;

    for (const [name, read] of [
      ...readings,
      ['refs of the CSV', refsOfCsv] as const,
      ['due targets', due] as const,
    ]) {
      await read();
      const started = performance.now();
      expect([name, await read()]).not.toEqual([name, 0]);
      const ms = performance.now() - started;
      expect([name, ms < longestMs]).toEqual([name, true]);
    }
  });

  it('gives a target of many components one place of what is due', async () => {
    const ofService = () => client('fleet_services').where('service', ids[2]);
    const toRow = (path: string, dueAt: number) => ({
      target_key: path,
      target: JSON.stringify({ path }),
      due_at: new Date(dueAt),
    });
    await ofService().update(toRow('shared', 1_000));
    await ofService()
      .where('entity_ref', 'component:default/app-00000')
      .update(toRow('own', 2_000));

    expect(await store.listDue(ids[2], { now: new Date(), limit: 2 })).toEqual([
      { targetKey: 'shared', target: { path: 'shared' } },
      { targetKey: 'own', target: { path: 'own' } },
    ]);
  });
});
